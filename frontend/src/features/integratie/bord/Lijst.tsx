import { IconChevronDown } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { datumTekst, vervaltTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Tabel, type Kolom, type Volgorde } from "~/ui/Tabel";
import { trajectAdres } from "../kader/trajecten";
import { STATUS } from "./Cel";
import { gemeentenTekst } from "./Kaart";
import type { Regel } from "./lijst";
import stijl from "./Lijst.module.css";

type Props = {
  regels: Regel[];
  volgorde: Volgorde;
  opVolgorde: (volgorde: Volgorde) => void;
  vandaag: string;
  gekozen?: string;
  /** Of more than one trajectory: then each says of which. */
  metTraject?: boolean;
  /** Opens the menu to move a task, where one can. */
  opMenu?: (taak: string, knop: HTMLElement) => void;
};

function Stand({ regel: { taak, kolom }, opMenu }: { regel: Regel; opMenu: Props["opMenu"] }) {
  const status = <Status soort={STATUS[kolom.soort]}>{kolom.naam}</Status>;
  if (!opMenu || !taak.magWijzigen) return status;
  return (
    <button
      type="button"
      className={stijl.stand}
      aria-haspopup="menu"
      aria-label={`${kolom.naam}: verplaats ‘${taak.titel}’ naar…`}
      onClick={(klik) => opMenu(taak.id, klik.currentTarget)}
    >
      {status}
      <IconChevronDown size={15} aria-hidden />
    </button>
  );
}

/** The tasks as rows: to read through, to put in order, to move by a menu. */
export function Lijst({ regels, volgorde, opVolgorde, vandaag, gekozen, metTraject, opMenu }: Props) {
  const { search } = useLocation();
  const laat = ({ taak, kolom }: Regel) =>
    !!taak.vervaldatum && taak.vervaldatum < vandaag && kolom.soort !== "GEREED";
  const kolommen: Kolom<Regel>[] = [
    {
      kop: "Taak",
      isNaam: true,
      volgorde: "titel",
      cel: ({ taak, traject }) => (
        <span className={stijl.titel}>
          <span className={stijl.stil}>#{taak.nummer}</span>
          <Link
            to={{
              pathname: trajectAdres(traject.sleutel, "takenbord", `taak/${encodeURIComponent(taak.id)}`),
              search: metTraject ? "" : search,
            }}
            preventScrollReset
            aria-current={gekozen === taak.id ? "true" : undefined}
          >
            {taak.titel}
          </Link>
        </span>
      ),
    },
    { kop: "Stand", volgorde: "stand", cel: (regel) => <Stand regel={regel} opMenu={opMenu} /> },
    { kop: "Functie", volgorde: "functie", cel: ({ taak }) => taak.functie?.naam ?? "" },
    {
      kop: "Gemeenten",
      volgorde: "gemeenten",
      cel: ({ taak }) => (
        <span title={taak.gemeenten.map(({ naam }) => naam).join(", ") || undefined}>
          {gemeentenTekst(taak.gemeenten)}
        </span>
      ),
    },
    {
      kop: "Eigenaar",
      volgorde: "eigenaar",
      cel: ({ taak }) => taak.eigenaar?.naam ?? <span className={stijl.stil}>geen</span>,
    },
    {
      kop: "Vervaldatum",
      volgorde: "vervaldatum",
      cel: (regel) =>
        regel.taak.vervaldatum && (
          <span className={stijl.dag}>
            {datumTekst(regel.taak.vervaldatum)}
            {laat(regel) && <Status soort="fout">{vervaltTekst(regel.taak.vervaldatum, vandaag)}</Status>}
          </span>
        ),
    },
  ];
  if (metTraject)
    kolommen.splice(1, 0, {
      kop: "Traject",
      volgorde: "traject",
      cel: ({ traject }) => <span className={stijl.traject}>{traject.naam}</span>,
    });
  else
    kolommen.push({
      kop: "Checklist",
      getal: true,
      cel: ({ taak: { voortgang } }) => voortgang.totaal > 0 && `${voortgang.gereed} van ${voortgang.totaal}`,
    });
  return (
    <div className={stijl.lijst}>
      <Tabel
        bijschrift="Taken"
        kolommen={kolommen}
        rijen={regels}
        sleutel={({ taak }) => taak.id}
        volgorde={volgorde}
        opVolgorde={opVolgorde}
        gekozen={gekozen}
      />
    </div>
  );
}
