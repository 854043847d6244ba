import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import { useQuery } from "urql";
import type { RegiosQuery as Gelezen } from "~/graphql/gen/graphql";
import { datumTekst, vandaag } from "~/lib/datum";
import { ORGANISATIE } from "~/realtime/contexten";
import { Feiten } from "~/ui/Feiten";
import { Gegevens } from "~/ui/Gegevens";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { regioPlek } from "../regioPlek";
import { Relaties } from "../Relaties";
import { Modulekaart } from "./Modulekaart";
import { Regiokaart } from "./Regiokaart";
import { RegiosQuery } from "./regiosVraag";
import stijl from "../Organisatie.module.css";

function Organisatie({ organisatie }: { organisatie: NonNullable<Gelezen["organisatie"]> }) {
  const { naam, afkorting, opgericht, missie, visie, uitgangspunt, huisvesting } = organisatie;
  return (
    <Vakken>
      <Kolom>
        <Vak titel={naam} bij={afkorting}>
          <Feiten
            feiten={[
              { naam: "Opgericht", waarde: opgericht && datumTekst(opgericht) },
              {
                naam: "Huisvesting",
                waarde: huisvesting && (
                  <Link to={`/organisatie/gemeenten/${huisvesting.id}`}>{huisvesting.naam}</Link>
                ),
              },
              { naam: "Missie", waarde: missie },
              { naam: "Visie", waarde: visie },
              { naam: "Uitgangspunt", waarde: uitgangspunt },
            ]}
          />
          <Herkomstregel herkomst={organisatie.herkomst} />
        </Vak>
      </Kolom>
      <Kolom>
        <Relaties van={organisatie.id} relaties={organisatie.relaties} />
      </Kolom>
    </Vakken>
  );
}

const NIVEAUS = ["REGIO", "SUBREGIO", "SAMENWERKINGSSCHAAL"];
type Regio = Gelezen["regios"][number];
/** From large to small, then what they do together; Noord before Midden. */
const opNiveau = (a: Regio, b: Regio) =>
  NIVEAUS.indexOf(a.niveau) - NIVEAUS.indexOf(b.niveau) || regioPlek({ regio: a }) - regioPlek({ regio: b });

/** An address may point at one region or module; it can only be found once all is there. */
function useAnker(klaar: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (klaar && hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [klaar, hash]);
}

export function RegiosPagina() {
  const [staat, lees] = useQuery({
    query: RegiosQuery,
    variables: { op: vandaag() },
    context: ORGANISATIE,
  });
  useAnker(!!staat.data);
  return (
    <Kader titel="Regio’s en modules">
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De regio’s en modules konden niet geladen worden."
      >
        {({ organisatie, regios, modules }) =>
          regios.length === 0 ? (
            <NogGeenFeiten />
          ) : (
            <>
              <div className={stijl.kaarten}>
                {modules.map((module) => (
                  <Modulekaart key={module.id} module={module} />
                ))}
                {[...regios].sort(opNiveau).map((regio) => (
                  <Regiokaart key={regio.id} regio={regio} />
                ))}
              </div>
              {organisatie && <Organisatie organisatie={organisatie} />}
            </>
          )
        }
      </Gegevens>
    </Kader>
  );
}
