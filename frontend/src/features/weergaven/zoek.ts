/** What is chosen on a page, from its address: always in the same order, so that the same is the same. */
export function gekozenVan(search: string, zonder: readonly string[]): string {
  const params = new URLSearchParams(search);
  zonder.forEach((naam) => params.delete(naam));
  params.sort();
  return params.toString();
}
