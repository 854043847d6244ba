import { Link } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import type { DeelnamesQuery as Gelezen } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { datumTekst, vandaag } from "~/lib/datum";
import { ORGANISATIE } from "~/realtime/contexten";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Veld } from "~/ui/Veld";
import { DeelnameLabel } from "../DeelnameLabel";
import { periode } from "../gemeenten/periode";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { RegioVan } from "../RegioVan";
import { regioPlek } from "../regioPlek";
import { perGemeente, telling, wissels } from "./deelname";
import stijl from "../Organisatie.module.css";

const DeelnamesQuery = graphql(`
  query Deelnames($op: Datum!) {
    positie
    modules {
      id
      naam
      titel
    }
    gemeenten {
      id
      naam
      regio {
        id
        sleutel
        naam
      }
      subregio {
        id
        sleutel
        naam
      }
    }
    deelnames(op: $op) {
      id
      status
      van
      tot
      gemeente {
        id
      }
      module {
        id
      }
      herkomst {
        onzeker
        notitie
      }
    }
    alle: deelnames {
      id
      van
      tot
    }
  }
`);
type Deelname = Gelezen["deelnames"][number];

function Cel({ deelname }: { deelname: Deelname | undefined }) {
  if (!deelname) return <span className={stijl.stil}>geen deelname</span>;
  return (
    <span className={stijl.cel}>
      <DeelnameLabel status={deelname.status} />
      <span>{periode(deelname)}</span>
      {deelname.herkomst.onzeker && <Status soort="onbekend">Onzeker</Status>}
    </span>
  );
}

function Tafel({ data: { modules, gemeenten, deelnames } }: { data: Gelezen }) {
  const tabel = perGemeente(deelnames);
  const rijen = [...gemeenten].sort(
    (a, b) => regioPlek(a) - regioPlek(b) || a.naam.localeCompare(b.naam, "nl"),
  );
  return (
    <Tabel
      bijschrift="Deelname per gemeente en module"
      rijen={rijen}
      sleutel={({ id }) => id}
      kolommen={[
        {
          kop: "Gemeente",
          isNaam: true,
          cel: ({ id, naam }) => <Link to={`/organisatie/gemeenten/${id}`}>{naam}</Link>,
        },
        { kop: "Regio", cel: (gemeente) => <RegioVan gemeente={gemeente} /> },
        ...modules.map((module) => ({
          kop: module.naam,
          cel: ({ id }: Gelezen["gemeenten"][number]) => <Cel deelname={tabel.get(id)?.get(module.id)} />,
        })),
      ]}
    />
  );
}

/** Notes that hold for several participations are told once. */
function Notities({ deelnames }: { deelnames: Deelname[] }) {
  const notities = [...new Set(deelnames.map(({ herkomst }) => herkomst.onzeker && herkomst.notitie))].filter(
    (notitie) => !!notitie,
  );
  if (notities.length === 0) return null;
  return (
    <ul className={stijl.kort} aria-label="Wat onzeker is">
      {notities.map((notitie) => (
        <li key={String(notitie)} className={stijl.notitie}>
          <Status soort="onbekend">Onzeker</Status>
          <span>{notitie}</span>
        </li>
      ))}
    </ul>
  );
}

export function DeelnamePagina() {
  const { filters, zet } = useFilters("op");
  const geldig = /^\d{4}-\d{2}-\d{2}$/.test(filters.op) && !Number.isNaN(Date.parse(filters.op));
  const op = geldig ? filters.op : vandaag();
  const [staat, lees] = useQuery({ query: DeelnamesQuery, variables: { op }, context: ORGANISATIE });
  return (
    <Kader titel="Deelname aan modules">
      <div className={`${stijl.snel} niet-afdrukken`}>
        <Veld
          label="Op datum"
          soort="datum"
          value={op}
          onChange={(datum) => zet("op", datum)}
          min="2014-01-01"
        />
        <Knop aan={op === vandaag()} onPress={() => zet("op", null)}>
          Vandaag
        </Knop>
        {wissels(staat.data?.alle ?? []).map((dag) => (
          <Knop key={dag} aan={op === dag} onPress={() => zet("op", dag)}>
            {datumTekst(dag)}
          </Knop>
        ))}
      </div>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De deelnames konden niet geladen worden."
        regels={14}
      >
        {(data) =>
          data.gemeenten.length === 0 ? (
            <NogGeenFeiten />
          ) : (
            <>
              <div aria-live="polite">
                <strong>Op {datumTekst(op)}:</strong>{" "}
                {data.modules.map(({ id, naam }) => `${naam}: ${telling(data.deelnames, id)}`).join(" · ")}
              </div>
              <Tafel data={data} />
              <Notities deelnames={data.deelnames} />
            </>
          )
        }
      </Gegevens>
    </Kader>
  );
}
