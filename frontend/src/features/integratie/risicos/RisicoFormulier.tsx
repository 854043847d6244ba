import { useState } from "react";
import type { Trend } from "~/graphql/gen/graphql";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { usePersonen } from "../keuzes";
import { MeldRisico } from "../operations/meldRisico";
import { WijzigRisico } from "../operations/wijzigRisico";
import { IMPACT, KANS, TREND, type Risico, type Traject } from "./risicos";
import stijl from "./Risicos.module.css";

type Waarden = {
  naam: string;
  kans: number | null;
  impact: number | null;
  trend: Trend;
  maatregel: string;
  eigenaar: string | null;
  taken: string[];
  mijlpalen: string[];
  gesloten: boolean;
};
const LEEG: Waarden = {
  naam: "",
  kans: null,
  impact: null,
  trend: "ONBEKEND",
  maatregel: "",
  eigenaar: null,
  taken: [],
  mijlpalen: [],
  gesloten: false,
};
const VELDEN = ["naam", "kans", "impact", "trend", "maatregel", "eigenaar", "taken", "mijlpalen"];

const waardenVan = (risico: Risico): Waarden => ({
  naam: risico.naam,
  kans: risico.kans ?? null,
  impact: risico.impact ?? null,
  trend: risico.trend,
  maatregel: risico.maatregel,
  eigenaar: risico.eigenaar?.id ?? null,
  taken: risico.taken.map(({ id }) => id),
  mijlpalen: risico.mijlpalen.map(({ id }) => id),
  gesloten: risico.gesloten,
});

type Concept = { versie: number; mijn: Partial<Waarden> };
/** What was typed and not saved, per risk: closing the panel throws nothing away. */
const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});
const schaal = (woorden: string[]) =>
  woorden.map((woord, i) => ({ id: String(i + 1), naam: `${i + 1}: ${woord}` }));

type Props = { risico: Risico | undefined; traject: Traject; bereik: string; opKlaar: () => void };

/** A new risk, or one that is weighed anew. */
export function RisicoFormulier({ risico, traject, bereik, opKlaar }: Props) {
  const sleutel = risico?.id ?? "nieuw";
  const concept = useWinkel(concepten)[sleutel] ?? { versie: risico?.versie ?? 0, mijn: {} };
  const waarden = { ...(risico ? waardenVan(risico) : LEEG), ...concept.mijn };
  const getypt = Object.keys(concept.mijn).length > 0;
  const botst = !!risico && getypt && risico.versie > concept.versie;
  const [kiesEerst, zetKiesEerst] = useState(false);
  const meld = useMutatie(MeldRisico, bereik);
  const wijzigRisico = useMutatie(WijzigRisico, bereik);
  const personen = usePersonen();
  const stuur = async (inhoud: Waarden) =>
    risico
      ? wijzigRisico({ id: risico.id, verwachteVersie: getypt ? concept.versie : risico.versie, inhoud })
      : meld({ traject: traject.id, inhoud });
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const zet = (nieuw: Concept) => concepten.zet((oud) => ({ ...oud, [sleutel]: nieuw }));
  const wijzig = (mijn: Partial<Waarden>) => zet({ ...concept, mijn: { ...concept.mijn, ...mijn } });
  const klaar = () => {
    concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([naam]) => naam !== sleutel)));
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(botst);
    if (botst || !(await verstuur(waarden))) return;
    kondigAan("Het risico is bewaard.");
    klaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[
        ...algemeen,
        ...(kiesEerst && botst ? ["Kies eerst of jouw invoer blijft of die van je collega."] : []),
      ]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      {botst && (
        <Botsing opNeemOver={klaar} opHoud={() => zet({ ...concept, versie: risico.versie })}>
          Een collega wijzigde dit risico terwijl je typte
          {risico.gewijzigdDoor ? `: ${risico.gewijzigdDoor.naam}` : ""}.
        </Botsing>
      )}
      <Veld
        label="Wat kan er gebeuren?"
        isRequired
        maxLength={200}
        value={waarden.naam}
        onChange={(naam) => wijzig({ naam })}
        fout={bij("naam")}
      />
      <Keuze
        label="Kans"
        opties={schaal(KANS)}
        leeg="Onbekend"
        waarde={waarden.kans ? String(waarden.kans) : null}
        opKies={(kans) => wijzig({ kans: kans ? Number(kans) : null })}
        fout={bij("kans")}
      />
      <Keuze
        label="Impact"
        opties={schaal(IMPACT)}
        leeg="Onbekend"
        waarde={waarden.impact ? String(waarden.impact) : null}
        opKies={(impact) => wijzig({ impact: impact ? Number(impact) : null })}
        fout={bij("impact")}
      />
      <Keuze
        label="Trend"
        opties={(Object.keys(TREND) as Trend[]).map((id) => ({ id, naam: TREND[id] }))}
        waarde={waarden.trend}
        opKies={(trend) => trend && wijzig({ trend: trend as Trend })}
        fout={bij("trend")}
      />
      <Veld
        label="Maatregel"
        soort="lang"
        maxLength={5000}
        value={waarden.maatregel}
        onChange={(maatregel) => wijzig({ maatregel })}
        hulp="Wat doen we eraan?"
        fout={bij("maatregel")}
      />
      <Keuze
        label="Eigenaar"
        zoekbaar
        opties={personen}
        leeg="Geen eigenaar"
        waarde={waarden.eigenaar}
        opKies={(eigenaar) => wijzig({ eigenaar })}
        fout={bij("eigenaar")}
      />
      <MeerKeuze
        label="Mijlpalen"
        hulp="Welke mijlpalen raakt het?"
        opties={traject.mijlpalen}
        snelkeuzes={[]}
        waarde={waarden.mijlpalen}
        opKies={(mijlpalen) => wijzig({ mijlpalen })}
        fout={bij("mijlpalen")}
      />
      {waarden.taken.map((taak) => (
        <div key={taak} className={stijl.band}>
          <span>
            {traject.borden.flatMap(({ taken }) => taken).find(({ id }) => id === taak)?.titel ?? "Taak"}
          </span>
          <Knop onPress={() => wijzig({ taken: waarden.taken.filter((id) => id !== taak) })}>Haal weg</Knop>
        </div>
      ))}
      <Keuze
        key={waarden.taken.length}
        label="Taak erbij"
        zoekbaar
        opties={traject.borden
          .flatMap(({ taken }) => taken)
          .filter(({ id }) => !waarden.taken.includes(id))
          .map(({ id, titel }) => ({ id, naam: titel }))}
        leeg="Geen taak"
        waarde={null}
        opKies={(taak) => taak && wijzig({ taken: [...waarden.taken, taak] })}
        fout={bij("taken")}
      />
      {risico && (
        <Keuze
          label="Speelt het nog?"
          opties={[
            { id: "open", naam: "Ja, open" },
            { id: "gesloten", naam: "Nee, gesloten" },
          ]}
          waarde={waarden.gesloten ? "gesloten" : "open"}
          opKies={(keuze) => wijzig({ gesloten: keuze === "gesloten" })}
        />
      )}
    </Formulier>
  );
}
