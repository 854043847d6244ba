/** Every POST carries the header by which the server knows that its own page sends it. */
export const post: typeof fetch = (adres, opties) => {
  const headers = new Headers(opties?.headers);
  headers.set("X-Samenspel", "1");
  return fetch(adres, { ...opties, headers, credentials: "same-origin" });
};

export const postJson = (adres: string, inhoud: unknown) =>
  post(adres, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(inhoud),
  });
