import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { Gegevens } from "~/ui/Gegevens";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import stijl from "./Begrippen.module.css";

const BegrippenQuery = graphql(`
  query Begrippen {
    begrippen {
      sleutel
      woord
      uitleg
    }
  }
`);

/** The words of the hub; a link from a text leads to one of them. */
export function BegrippenPagina() {
  const [staat, lees] = useQuery({ query: BegrippenQuery });
  const [zoek, zetZoek] = useState("");
  const { hash } = useLocation();
  const gekozen = decodeURIComponent(hash.slice(1));
  const geladen = !!staat.data;
  useEffect(() => {
    if (geladen && gekozen) document.getElementById(gekozen)?.scrollIntoView({ block: "center" });
  }, [geladen, gekozen]);
  return (
    <Pagina titel="Begrippen" kruimels={[{ naam: "Vandaag", naar: "/" }, { naam: "Begrippen" }]}>
      <p>De woorden van de hub. Op elk scherm en in elke tekst betekenen ze hetzelfde.</p>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De begrippen konden niet geladen worden."
        regels={10}
      >
        {({ begrippen }) => {
          const past = ({ woord, uitleg }: { woord: string; uitleg: string }) =>
            `${woord} ${uitleg}`.toLowerCase().includes(zoek.trim().toLowerCase());
          const gevonden = begrippen.filter(past);
          return (
            <>
              <div className={stijl.zoek}>
                <Zoekveld label="Zoek een begrip" waarde={zoek} opWijzig={zetZoek} />
              </div>
              {gevonden.length === 0 ? (
                <LeegStaat titel="Geen begrip gevonden">Zoek met een ander woord.</LeegStaat>
              ) : (
                <dl className={stijl.lijst}>
                  {gevonden.map(({ sleutel, woord, uitleg }) => (
                    <div
                      key={sleutel}
                      id={sleutel}
                      className={stijl.begrip}
                      data-gekozen={gekozen === sleutel}
                    >
                      <dt>{woord}</dt>
                      <dd>{uitleg}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </>
          );
        }}
      </Gegevens>
    </Pagina>
  );
}
