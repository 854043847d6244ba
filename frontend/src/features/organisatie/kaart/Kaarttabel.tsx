import { IconArrowsMove } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import { datumTekst } from "~/lib/datum";
import { Onbekend } from "~/ui/Feiten";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Tabel, type Kolom } from "~/ui/Tabel";
import { ZwevendMenu } from "~/ui/ZwevendMenu";
import { Ring } from "../stakeholders/Ring";
import { tredeTekst, type Groep, type Stakeholder, type Vak } from "./kaart";
import type { Acties } from "./useKaart";
import { menuRegels, vakVan, type Verplaats } from "./useVerplaats";
import stijl from "./Kaart.module.css";

type Rij = { stakeholder: Stakeholder; vak: Vak };
type Props = {
  rijen: Rij[];
  groepen: readonly Groep[];
  acties: Acties;
  isNu: boolean;
  isOnzeker: (id: string) => boolean;
  verplaats: Verplaats | undefined;
};

/** The same map, in words: everything that the picture shows, and moving too. */
export function Kaarttabel({ rijen, groepen, acties, isNu, isOnzeker, verplaats }: Props) {
  const { search } = useLocation();
  const [menu, zetMenu] = useState<{ rij: Rij; knop: HTMLElement } | null>(null);
  const tabel = useRef<HTMLDivElement>(null);
  const groepnaam = (id: string) => groepen.find((groep) => groep.id === id)?.naam ?? "";
  const kolommen: Kolom<Rij>[] = [
    {
      kop: "Stakeholder",
      isNaam: true,
      cel: ({ stakeholder: { id, naam } }) => (
        <Link to={{ pathname: `/organisatie/kaart/stakeholder/${id}`, search }} preventScrollReset>
          {naam}
        </Link>
      ),
    },
    { kop: "Groep", cel: ({ vak }) => groepnaam(vak.groep) },
    {
      kop: "Ring",
      cel: ({ stakeholder, vak }) => (
        <span className={stijl.rij}>
          <Ring ring={vak.ring} />
          {vak.ring !== "ONZEKER" && isOnzeker(stakeholder.id) && <Status soort="onbekend">Onzeker</Status>}
        </span>
      ),
    },
  ];
  if (isNu) {
    kolommen.push(
      { kop: "Invloed op de MGR", cel: ({ stakeholder: { plek } }) => plek.invloedNaarMgr ?? <Onbekend /> },
      { kop: "Invloed van de MGR", cel: ({ stakeholder: { plek } }) => plek.invloedVanMgr ?? <Onbekend /> },
      { kop: "Communicatie", cel: ({ stakeholder: { plek } }) => tredeTekst(plek) },
      {
        kop: "Actie",
        cel: ({ stakeholder: { id, plek } }) => {
          const actie = acties.get(id);
          if (!actie) return plek.heeftKloof ? <Status soort="fout">Nog geen actie</Status> : "geen";
          const { taak, afgerond } = actie;
          return `${taak.titel} (${afgerond ? "afgerond" : `${taak.eigenaar?.naam ?? "nog niemand"}, ${taak.vervaldatum ? datumTekst(taak.vervaldatum) : "zonder datum"}`})`;
        },
      },
      { kop: "Contact", cel: ({ stakeholder: { plek } }) => plek.contact?.naam ?? "niemand" },
    );
  }
  if (verplaats) {
    kolommen.push({
      kop: "Verplaatsen",
      cel: (rij) => (
        <Knop
          soort="stil"
          aria-label={`Verplaats ${rij.stakeholder.naam} naar…`}
          onPress={({ target }) => zetMenu({ rij, knop: target as HTMLElement })}
        >
          <IconArrowsMove size={16} aria-hidden /> Verplaats…
        </Knop>
      ),
    });
  }
  return (
    <div ref={tabel}>
      <Tabel
        bijschrift="De stakeholderkaart als tabel"
        rijen={rijen}
        sleutel={({ stakeholder }) => stakeholder.id}
        kolommen={kolommen}
      />
      <ZwevendMenu
        naam="Verplaats naar"
        anker={menu?.knop ?? null}
        opSluit={() => zetMenu(null)}
        regels={menu ? menuRegels(groepen, menu.rij.vak) : []}
        opKies={(regel) => menu && verplaats?.(menu.rij.stakeholder, vakVan(regel))}
      />
    </div>
  );
}
