export type Veld = string | number | null | undefined;

/** As a sheet reads it: texts between quotes, and never as a formula; what is unknown stays empty. */
function veld(waarde: Veld): string {
  if (waarde === null || waarde === undefined) return "";
  if (typeof waarde === "number") return String(waarde);
  const veilig = /^[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde;
  return `"${veilig.replaceAll('"', '""')}"`;
}

/** With a mark at the beginning Excel reads the letters right; with semicolons it finds the columns. */
export const csvTekst = (rijen: readonly (readonly Veld[])[]): string =>
  `\uFEFF${rijen.map((rij) => rij.map(veld).join(";")).join("\r\n")}\r\n`;
