import { expect, test } from "vitest";
import { vindBsn } from "./bsn";

test.each([
  "123456782",
  "BSN 123456782.",
  "bel over 1234.56.782 terug",
  "123 456 782",
  "nr 123456782, en meer",
])("a BSN is found in %s", (tekst) => {
  const [gevonden] = vindBsn(tekst);
  expect(tekst.slice(gevonden?.van, gevonden?.tot).replace(/\D/g, "")).toBe("123456782");
});

test.each([
  "",
  "123456789",
  "1234567",
  "000000000",
  "€ 123.456.789",
  "2026-01-01",
  "a123456782",
  "123456782b",
])("nothing is found in %s", (tekst) => expect(vindBsn(tekst)).toEqual([]));
