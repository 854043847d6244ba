import { useParams } from "react-router";
import { useQuery } from "urql";
import { useIk } from "~/features/account/ik";
import { ORGANISATIE } from "~/realtime/contexten";
import { Gegevens } from "~/ui/Gegevens";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { AlleenBeheer } from "./AlleenBeheer";
import { PersoonQuery } from "./personen";
import { PersoonGegevens } from "./PersoonGegevens";
import { Rollen } from "./Rollen";
import { Toegang } from "./Toegang";

function Persoon() {
  const { id = "" } = useParams();
  const ik = useIk().persoon.id;
  const [staat, lees] = useQuery({ query: PersoonQuery, variables: { id }, context: ORGANISATIE });
  const gevonden = staat.data?.node;
  const persoon = gevonden?.__typename === "Persoon" ? gevonden : undefined;
  return (
    <Pagina
      titel={persoon?.naam ?? "Persoon"}
      kruimels={[{ naam: "Beheer" }, { naam: "Personen", naar: "/beheer" }]}
    >
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="Deze persoon kon niet geladen worden."
      >
        {({ gemeenten }) =>
          persoon ? (
            <Vakken>
              <Kolom>
                <Rollen persoon={persoon} gemeenten={gemeenten} />
              </Kolom>
              <Kolom>
                <Vak titel="Gegevens">
                  <PersoonGegevens key={persoon.id} persoon={persoon} />
                </Vak>
                <Vak titel="Toegang">
                  <Toegang persoon={persoon} isIk={persoon.id === ik} />
                </Vak>
              </Kolom>
            </Vakken>
          ) : (
            <LeegStaat titel="Deze persoon is er niet">
              Misschien is het adres niet goed overgenomen.
            </LeegStaat>
          )
        }
      </Gegevens>
    </Pagina>
  );
}

export function PersoonPagina() {
  return (
    <AlleenBeheer>
      <Persoon />
    </AlleenBeheer>
  );
}
