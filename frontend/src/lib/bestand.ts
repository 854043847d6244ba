/** Hands the viewer a file that was made here. */
export function bewaarBestand(naam: string, soort: string, inhoud: string) {
  const adres = URL.createObjectURL(new Blob([inhoud], { type: `${soort};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = adres;
  link.download = naam;
  link.click();
  URL.revokeObjectURL(adres);
}
