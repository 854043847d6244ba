import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { komtVoor } from "~/lib/zoek";
import { CONTRACTEN } from "~/realtime/contexten";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Regiolabel, REGIOS, regioSleutel } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { ELEMENT } from "../attribuut";
import stijl from "../Contracten.module.css";
import { Kader } from "../Kader";
import { Opvragen } from "./Opvragen";

const OphalenQuery = graphql(`
  query NogOpTeHalen {
    positie
    nogOpTeHalen {
      ...CelVolledig
      attribuut {
        id
        naam
        element
      }
    }
  }
`);
const FILTERS = ["zoek", "regio", "toon"] as const;
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;
const HEEL = { id: "alles" };

/** What nobody knows yet of Noord, MLO and MLW: a list to work down. */
export function OphalenPagina() {
  const magTaak = useMag("TaakMaken");
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const [staat, lees] = useQuery({ query: OphalenQuery, context: CONTRACTEN });
  const data = useVastgehouden(staat, () => HEEL, HEEL.id);
  const [vraag, zetVraag] = useState(false);
  const alle = data?.nogOpTeHalen ?? [];
  const isGevraagd = (cel: (typeof alle)[number]) => !!cel.vraag && !cel.vraag.beantwoordOp;
  const rijen = alle.filter(
    (cel) =>
      (!filters.regio || regioSleutel(cel.kolom) === filters.regio) &&
      (filters.toon !== "gevraagd" || isGevraagd(cel)) &&
      (filters.toon !== "niet" || !isGevraagd(cel)) &&
      komtVoor(filters.zoek, cel.attribuut.naam, cel.kolomnaam, cel.vraag?.eigenaar?.naam),
  );
  const teVragen = rijen.filter((cel) => !isGevraagd(cel)).slice(0, 100);
  return (
    <Kader titel="Nog op te halen">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={data && `${rijen.length} van ${alle.length} onbekende waarden`}
        actie={
          magTaak && (
            <Knop soort="vol" isDisabled={teVragen.length === 0} onPress={() => zetVraag(true)}>
              Vraag deze {teVragen.length} op
            </Knop>
          )
        }
      >
        <Zoekveld label="Zoek" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        {REGIOS.map((regio) => (
          <Knop
            key={regio}
            aan={filters.regio === regio}
            onPress={() => zet("regio", filters.regio === regio ? null : regio)}
          >
            {REGIO[regio]}
          </Knop>
        ))}
        <Knop
          aan={filters.toon === "niet"}
          onPress={() => zet("toon", filters.toon === "niet" ? null : "niet")}
        >
          Nog niet gevraagd
        </Knop>
        <Knop
          aan={filters.toon === "gevraagd"}
          onPress={() => zet("toon", filters.toon === "gevraagd" ? null : "gevraagd")}
        >
          Gevraagd
        </Knop>
      </Filterbalk>
      <Gegevens
        staat={{ data, error: staat.error }}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De lijst kon niet geladen worden."
        regels={12}
      >
        {() =>
          rijen.length > 0 ? (
            <Tabel
              bijschrift="Nog op te halen"
              rijen={rijen}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Attribuut",
                  isNaam: true,
                  cel: ({ id, attribuut }) => (
                    <span className={stijl.naam}>
                      <Link to={`/contracten/vergelijking/cel/${id}`}>{attribuut.naam}</Link>
                      <small>{ELEMENT[attribuut.element]}</small>
                    </span>
                  ),
                },
                {
                  kop: "Regio",
                  cel: ({ kolom, kolomnaam }) => {
                    const regio = regioSleutel(kolom);
                    return regio ? <Regiolabel regio={regio} lang /> : kolomnaam;
                  },
                },
                {
                  kop: "Wie",
                  cel: (cel) =>
                    isGevraagd(cel) ? (
                      (cel.vraag?.eigenaar?.naam ?? "iemand")
                    ) : (
                      <span className={stijl.stil}>niemand</span>
                    ),
                },
                {
                  kop: "Antwoord voor",
                  cel: (cel) =>
                    isGevraagd(cel) && cel.vraag ? (
                      <Status soort={cel.vraag.teLaat ? "fout" : "wacht"}>
                        {datumTekst(cel.vraag.antwoordVoor)}
                      </Status>
                    ) : (
                      <span className={stijl.stil}>nog niet gevraagd</span>
                    ),
                },
                {
                  kop: "Taak",
                  cel: (cel) =>
                    isGevraagd(cel) && cel.vraag ? (
                      <Link to={`/integratie/takenbord/taak/${cel.vraag.taak}`}>Naar de taak</Link>
                    ) : (
                      ""
                    ),
                },
              ]}
            />
          ) : actief ? (
            <LeegStaat titel="Niets bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Er is geen onbekende waarde die past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Alles is bekend">Van Noord en Midden is elke waarde ingevuld.</LeegStaat>
          )
        }
      </Gegevens>
      {vraag && (
        <Dialoog titel="Opvragen wat onbekend is" open opSluit={() => zetVraag(false)}>
          <Opvragen cellen={teVragen} opKlaar={() => zetVraag(false)} />
        </Dialoog>
      )}
    </Kader>
  );
}
