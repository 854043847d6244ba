import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { useBereikVan } from "~/features/account/ik";
import { ORGANISATIE } from "~/realtime/contexten";
import { useVerversing } from "~/features/vandaag/useVerversing";
import { Feiten } from "~/ui/Feiten";
import { Gegevens } from "~/ui/Gegevens";
import { Bronnen, Herkomstregel } from "~/ui/Herkomstregel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { Kader } from "../Kader";
import { NietHier } from "../NietHier";
import { RegioVan } from "../RegioVan";
import stijl from "../Organisatie.module.css";
import { Besluitwegen } from "./Besluitwegen";
import { Deelnames } from "./Deelnames";
import { GemeenteQuery } from "./gemeentenVraag";
import { OpenTaken } from "./OpenTaken";
import { Rollen } from "./Rollen";
import { Werk } from "./Werk";
import { GemeentewerkQuery } from "./werkVraag";
import { WieSpreekt } from "./WieSpreekt";

function Gemeente({ id }: { id: string }) {
  const [staat, lees] = useQuery({ query: GemeenteQuery, variables: { id }, context: ORGANISATIE });
  const [{ data }, leesWerk] = useQuery({
    query: GemeentewerkQuery,
    variables: { gemeente: id },
    context: ORGANISATIE,
  });
  // What waits is put together by the hub from many things: it is read anew when one of them changes.
  useVerversing(() => leesWerk({ requestPolicy: "network-only" }));
  const werk = data?.gemeentewerk;
  const inzien = useBereikVan("BijdrageInzien");
  const magBijdrage = inzien.alles || inzien.gemeenten.some((een) => een.id === id);
  const node = staat.data?.node;
  const gemeente = node?.__typename === "Gemeente" ? node : undefined;
  return (
    <Kader titel={gemeente?.naam ?? "Gemeente"} onder={{ naam: "Gemeenten", naar: "/organisatie/gemeenten" }}>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="Deze gemeente kon niet geladen worden."
      >
        {() =>
          !gemeente ? (
            <NietHier wat="Deze gemeente" />
          ) : (
            <Vakken>
              <Kolom>
                <WieSpreekt gemeente={gemeente} />
                {werk && <Werk gemeente={gemeente} werk={werk} />}
                {werk && <Besluitwegen gemeente={gemeente.naam} besluiten={werk.besluiten} />}
                <OpenTaken gemeente={gemeente.id} />
                <Rollen gemeente={gemeente.naam} rollen={gemeente.rollen} />
                {gemeente.bijzonderheden.length > 0 && (
                  <Vak titel="Bijzonderheden">
                    <ul className={stijl.lijst} aria-label="Bijzonderheden">
                      {gemeente.bijzonderheden.map(({ soort, omschrijving, bron }) => (
                        <li key={omschrijving}>
                          <strong>{soort}</strong>
                          <p>{omschrijving}</p>
                          <Bronnen bronnen={[bron]} />
                        </li>
                      ))}
                    </ul>
                  </Vak>
                )}
              </Kolom>
              <Kolom>
                <Deelnames deelnames={gemeente.deelnames} />
                {magBijdrage && (
                  <Vak titel="Bijdrage">
                    <p className={stijl.stil}>
                      Hoe {gemeente.naam} meedoet, op tijd antwoordt en tekent, naast de regio. Alleen wie
                      voor de gemeente spreekt en de kwartiermaker zien dit.
                    </p>
                    <Link to={`/organisatie/bijdrage?gemeente=${gemeente.id}`}>
                      Bekijk de bijdrage van {gemeente.naam}
                    </Link>
                  </Vak>
                )}
                <Vak titel="Gegevens">
                  <Feiten
                    feiten={[
                      {
                        naam: "Regio",
                        waarde: (
                          <span className={stijl.cel}>
                            <RegioVan gemeente={gemeente} />
                            <Link to={`/organisatie/regios#${(gemeente.subregio ?? gemeente.regio).sleutel}`}>
                              Bekijk de regio
                            </Link>
                          </span>
                        ),
                      },
                      { naam: "Jeugdregio", waarde: gemeente.jeugdregio },
                      {
                        naam: "Contractschaal Jeugd Noord- en Midden-Limburg",
                        waarde: gemeente.contractschaalJeugdNml ? "Ja" : "Nee",
                      },
                    ]}
                  />
                  <Herkomstregel herkomst={gemeente.herkomst} />
                </Vak>
              </Kolom>
            </Vakken>
          )
        }
      </Gegevens>
    </Kader>
  );
}

export function GemeentePagina() {
  const { id = "" } = useParams();
  return <Gemeente key={id} id={id} />;
}
