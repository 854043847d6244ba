import { useParams } from "react-router";
import { bewaarBestand } from "~/lib/bestand";
import { Uitslag } from "~/sessie/Uitslag";
import { anoniemZin, FASE, GROEP, meervoud, STEMVORM, STEMZIN } from "~/sessie/woorden";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Opbrengsten } from "./Opbrengsten";
import { csvVan, jsonVan } from "./uitvoer";
import { Verzending } from "./Verzending";
import { opHetBord, type Fase, type Sessie } from "./sessies";
import { useSessie } from "./useSessie";
import stijl from "./Sessies.module.css";

/** The report: there the moment a session ends, and for sessions of the past as far as the documents go. */
export function VerslagPagina() {
  const { id = "" } = useParams();
  const { sessie, geladen, fout, opnieuw } = useSessie(id);
  const kruimels = [
    { naam: "Sessies", naar: "/sessies" },
    ...(sessie && !sessie.verleden ? [{ naam: sessie.naam, naar: `/sessies/${id}` }] : []),
  ];
  return (
    <Pagina titel={sessie ? `Verslag: ${sessie.naam}` : "Verslag"} kruimels={kruimels}>
      {sessie ? (
        <Verslag sessie={sessie} />
      ) : geladen ? (
        <LeegStaat titel="Deze sessie bestaat niet">Misschien is het adres niet goed overgenomen.</LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="Het verslag kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
    </Pagina>
  );
}

function Verslag({ sessie }: { sessie: Sessie }) {
  const { verleden } = sessie;
  const bestand = sessie.naam.replaceAll(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
  return (
    <div className={stijl.verslag}>
      <div className={`${stijl.knoppen} niet-afdrukken`}>
        <Knop onPress={() => window.print()}>Druk af</Knop>
        <Knop onPress={() => location.assign(`/uitvoer/sessies/${sessie.id}?vorm=docx`)}>
          Bewaar als Word
        </Knop>
        <Knop onPress={() => bewaarBestand(`${bestand}.csv`, "text/csv", csvVan(sessie))}>
          Bewaar als CSV
        </Knop>
        <Knop onPress={() => bewaarBestand(`${bestand}.json`, "application/json", jsonVan(sessie))}>
          Bewaar als JSON
        </Knop>
      </div>
      <Vak titel="De sessie">
        <dl className={stijl.feiten}>
          {sessie.doel && <Feit naam="Vraag">{sessie.doel}</Feit>}
          {verleden && <Feit naam="Wanneer">{verleden.datum}</Feit>}
          {sessie.afgerondOp && (
            <Feit naam="Afgerond">
              {new Date(sessie.afgerondOp).toLocaleString("nl-NL", { dateStyle: "long", timeStyle: "short" })}
            </Feit>
          )}
          {verleden && <Feit naam="Hoe">{verleden.vorm}</Feit>}
          {verleden && <Feit naam="Waarover">{verleden.themas.join(", ")}</Feit>}
          <Feit naam="Wie">{verleden ? (verleden.deelnemers ?? "niet bekend") : aanwezigen(sessie)}</Feit>
          {sessie.begeleiders.length > 0 && (
            <Feit naam="Geleid door">{sessie.begeleiders.map(({ naam }) => naam).join(", ")}</Feit>
          )}
          {verleden ? (
            <Feit naam="Bron">
              {verleden.document}
              {verleden.paragraaf && `, ${verleden.paragraaf}`}
              {verleden.onzeker && ". Onzeker"}
              {verleden.notitie && `: ${verleden.notitie}`}
            </Feit>
          ) : (
            <Feit naam="Notities">{anoniemZin(sessie.anoniem)}</Feit>
          )}
        </dl>
      </Vak>
      <Verzending sessie={sessie} />
      <Opbrengsten sessie={sessie} />
      {sessie.fasen.length === 0 && (
        <LeegStaat titel="Geen bord bewaard">
          De documenten noemen deze sessie, maar niet wat er op het bord stond.
        </LeegStaat>
      )}
      {sessie.fasen
        .filter(({ begonnen }) => begonnen)
        .map((fase) => (
          <Faseverslag key={fase.id} sessie={sessie} fase={fase} />
        ))}
    </div>
  );
}

function Feit({ naam, children }: { naam: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How many took part, per constituency: no names. */
function aanwezigen({ deelnemers, aantalDeelnemers }: Sessie): string {
  const tel = new Map<string, number>();
  for (const { toelating, achterban } of deelnemers) {
    if (toelating === "BINNEN") tel.set(achterban.groep, (tel.get(achterban.groep) ?? 0) + 1);
  }
  const delen = [...tel].map(([groep, aantal]) => `${GROEP[groep as keyof typeof GROEP]} ${aantal}`);
  return [meervoud(aantalDeelnemers, "deelnemer", "deelnemers"), delen.join(", ")].filter(Boolean).join(": ");
}

function Faseverslag({ sessie, fase }: { sessie: Sessie; fase: Fase }) {
  if (fase.soort !== "STEMMEN" && fase.soort !== "VERZAMELEN") return null;
  const notities = opHetBord(sessie).filter((notitie) => notitie.fase === fase.id);
  return (
    <Vak titel={fase.naam} bij={FASE[fase.soort]}>
      {fase.uitleg && <p>{fase.uitleg}</p>}
      {fase.soort === "STEMMEN" && (
        <>
          <p>
            {fase.stemming && `Hoe: ${STEMVORM[fase.stemming.vorm]}. `}
            {!sessie.verleden && STEMZIN}
          </p>
          {fase.uitslag ? (
            <Uitslag keuzes={fase.keuzes} uitslag={fase.uitslag} />
          ) : (
            <p>De stemming is niet gesloten: er is geen uitslag.</p>
          )}
        </>
      )}
      {fase.kolommen.map(({ id, naam }) => {
        const hier = notities.filter(({ kolom }) => kolom === id);
        return (
          <section key={id}>
            <h3>{naam}</h3>
            <ul>
              {hier.map(({ id: notitie, tekst, auteur, opNaamVan, groep, toelichting }) => (
                <li key={notitie}>
                  {tekst}
                  <small>
                    {[
                      opNaamVan ?? auteur,
                      groep && `groep ${sessie.groepen.find((een) => een.id === groep)?.naam ?? ""}`,
                      toelichting,
                    ]
                      .filter(Boolean)
                      .map((deel) => ` · ${deel}`)
                      .join("")}
                  </small>
                </li>
              ))}
            </ul>
            {hier.length === 0 && <p>Geen notities.</p>}
          </section>
        );
      })}
    </Vak>
  );
}
