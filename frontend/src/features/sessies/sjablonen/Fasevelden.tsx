import type { Fasesoort, Stemvorm } from "~/graphql/gen/graphql";
import { FASE, STEMVORM } from "~/sessie/woorden";
import { Keuze } from "~/ui/Keuze";
import { Veld } from "~/ui/Veld";
import type { Ontwerpfase } from "./ontwerp";
import stijl from "./Sjablonen.module.css";

/** As the hub names them when something is wrong. */
export const FASEVELDEN = ["naam", "uitleg", "minuten", "kolommen", "stemming"];

const keuzes = <K extends string>(woorden: Record<K, string>) =>
  (Object.keys(woorden) as K[]).map((id) => ({ id, naam: woorden[id] }));
const SOORTEN = keuzes(FASE);
const VORMEN = keuzes(STEMVORM);

type Props = {
  fase: Ontwerpfase;
  bij: (veld: string) => string | undefined;
  opWijzig: (nieuw: Partial<Ontwerpfase>) => void;
};

/** The fields of one phase: what people do, what is asked, and what belongs to that kind. */
export function Fasevelden({ fase, bij, opWijzig }: Props) {
  return (
    <div className={stijl.velden}>
      <Keuze
        label="Wat doe je?"
        opties={SOORTEN}
        waarde={fase.soort}
        opKies={(soort) => soort && opWijzig({ soort: soort as Fasesoort })}
      />
      <Veld
        label="Naam van de fase"
        isRequired
        maxLength={120}
        value={fase.naam}
        onChange={(naam) => opWijzig({ naam })}
        fout={bij("naam")}
      />
      <Veld
        label="Minuten"
        hulp="Leeg: zo lang als nodig."
        inputMode="numeric"
        maxLength={3}
        value={fase.minuten}
        onChange={(minuten) => opWijzig({ minuten })}
        fout={bij("minuten")}
      />
      <div className={stijl.breed}>
        <Veld
          label="Wat vraag je?"
          hulp="Staat op het grote scherm en op elke telefoon."
          soort="lang"
          regels={2}
          maxLength={500}
          value={fase.uitleg}
          onChange={(uitleg) => opWijzig({ uitleg })}
          fout={bij("uitleg")}
        />
      </div>
      {fase.soort === "VERZAMELEN" && (
        <div className={stijl.breed}>
          <Veld
            label="Kolommen"
            hulp="Eén per regel, één tot negen."
            soort="lang"
            regels={4}
            value={fase.kolommen}
            onChange={(kolommen) => opWijzig({ kolommen })}
            fout={bij("kolommen")}
          />
        </div>
      )}
      {fase.soort === "STEMMEN" && (
        <Keuze
          label="Hoe stem je?"
          opties={VORMEN}
          waarde={fase.vorm}
          opKies={(vorm) => vorm && opWijzig({ vorm: vorm as Stemvorm })}
          fout={fase.vorm === "PUNTEN" || fase.vorm === "PEILING" ? undefined : bij("stemming")}
        />
      )}
      {fase.soort === "STEMMEN" && fase.vorm === "PUNTEN" && (
        <>
          <Veld
            label="Punten per persoon"
            inputMode="numeric"
            maxLength={2}
            value={fase.budget}
            onChange={(budget) => opWijzig({ budget })}
            fout={bij("stemming")}
          />
          <Veld
            label="Hooguit per keuze"
            inputMode="numeric"
            maxLength={2}
            value={fase.perKeuze}
            onChange={(perKeuze) => opWijzig({ perKeuze })}
          />
        </>
      )}
      {fase.soort === "STEMMEN" && fase.vorm === "PEILING" && (
        <div className={stijl.breed}>
          <Veld
            label="Antwoorden"
            hulp="Eén per regel, twee tot twaalf."
            soort="lang"
            regels={4}
            value={fase.antwoorden}
            onChange={(antwoorden) => opWijzig({ antwoorden })}
            fout={bij("stemming")}
          />
        </div>
      )}
    </div>
  );
}
