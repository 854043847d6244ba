/** The regions: what one sees without choosing. */
export const STREKEN = ["regio:regio-noord", "regio:regio-mlo", "regio:regio-mlw"];

/** The columns in the address; undefined: the regions. */
export const kolommenVan = (adres: string): string[] | undefined => {
  const gekozen = adres.split(",").filter((sleutel) => /^(regio|gemeente|contract):.+/.test(sleutel));
  return gekozen.length > 0 ? gekozen : undefined;
};
export const alsAdres = (sleutels: string[]): string | null =>
  sleutels.length === 0 || sleutels.join() === STREKEN.join() ? null : sleutels.join(",");

/** The key of an object of the hub, out of its id: base64url of "Gemeente:gem-venlo". */
export const sleutelVan = (id: string): string =>
  atob(id.replaceAll("-", "+").replaceAll("_", "/")).split(":").slice(1).join(":");
