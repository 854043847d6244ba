import { GROEP, OPBRENGST } from "~/sessie/woorden";
import { opHetBord, type Sessie } from "./sessies";

/** A cell that a spreadsheet reads as text, never as a formula. */
const cel = (waarde: unknown) => {
  const tekst = String(waarde ?? "").replaceAll('"', '""');
  return `"${/^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst}"`;
};

/** The report as a table: one line for a note, a part of a result, or what came out. */
export function csvVan(sessie: Sessie): string {
  const groep = (id: string | null | undefined) => sessie.groepen.find((een) => een.id === id)?.naam;
  const fase = (id: string) => sessie.fasen.find((een) => een.id === id);
  const notities = opHetBord(sessie).map((notitie) => [
    "Notitie",
    fase(notitie.fase)?.naam,
    fase(notitie.fase)?.kolommen.find(({ id }) => id === notitie.kolom)?.naam,
    groep(notitie.groep),
    notitie.tekst,
    notitie.opNaamVan ?? notitie.auteur,
  ]);
  const uitslagen = sessie.fasen.flatMap(({ naam, keuzes, uitslag }) =>
    (uitslag?.groepen ?? []).flatMap((deel) =>
      deel.regels.map(({ keuze, punten, procent }) => [
        "Uitslag",
        naam,
        GROEP[deel.groep],
        keuzes.find(({ id }) => id === keuze)?.naam,
        punten,
        procent != null ? `${procent}%` : "",
      ]),
    ),
  );
  const opbrengsten = sessie.opbrengsten.map(({ soort, titel, eigenaar, datum, groep: uit }) => [
    OPBRENGST[soort],
    "",
    "",
    groep(uit),
    titel,
    [eigenaar, datum].filter(Boolean).join(", "),
  ]);
  const rijen = [["Soort", "Fase", "Kolom of groep", "Groep of keuze", "Tekst of aantal", "Wie of deel"]];
  // A spreadsheet takes the text for UTF-8 only with this sign before it.
  return `\ufeff${[...rijen, ...notities, ...uitslagen, ...opbrengsten].map((rij) => rij.map(cel).join(";")).join("\r\n")}\r\n`;
}

/** The report for a program: what all may know, without the code and without who took part. */
export function jsonVan(sessie: Sessie): string {
  const { naam, doel, stand, anoniem, afgerondOp, fasen, groepen, opbrengsten, verleden } = sessie;
  const notities = opHetBord(sessie);
  return JSON.stringify(
    { naam, doel, stand, anoniem, afgerondOp, fasen, notities, groepen, opbrengsten, verleden },
    null,
    2,
  );
}
