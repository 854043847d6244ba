import { Link } from "react-router";
import { IconChevronDown } from "@tabler/icons-react";
import { bedragTekst } from "~/lib/bedrag";
import { dagVan, dagenTussen, datumTekst, momentTekst, vervaltTekst } from "~/lib/datum";
import { useVandaag } from "~/lib/vandaag";
import { useOnderweg } from "~/realtime/onderweg";
import { Avatar } from "~/ui/Avatar";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import { AARD } from "../autonomie/autonomie";
import { SOORT } from "../budget/budget";
import { STATUS } from "../bord/Cel";
import { isTeLaat } from "../bord/filters";
import { dagenTekst, gemeentenTekst } from "../bord/Kaart";
import { doelVan } from "../bord/verplaatsmenu";
import { useTraject } from "../kader/trajecten";
import type { Omgeving } from "../Takenbord";
import { herhalingTekst } from "./herhaling";
import type { Taak } from "./useTaak";
import stijl from "./Taak.module.css";

type Props = { taak: Taak; omgeving: Omgeving; mag: boolean };

/** The column the card lies in, with what is under way; the button moves it. */
function Kolom({ taak, omgeving, mag }: Props) {
  const { bord, kolommen, verplaats } = omgeving;
  const onderweg = useOnderweg();
  const laatste = onderweg.findLast(({ veld, input }) => veld === "verplaatsTaak" && input.id === taak.id);
  const hier = bord.kolommen.find(({ id }) => id === ((laatste?.input.naarKolom as string) ?? taak.kolom.id));
  if (!hier) return null;
  const status = <Status soort={STATUS[hier.soort]}>{hier.naam}</Status>;
  const kaart = kolommen.get(hier.id)?.find(({ id }) => id === taak.id);
  if (!mag || !kaart) return status;
  return (
    <span className={stijl.kolom}>
      {status}
      <Menu
        naam="Verplaats naar"
        knop={
          <Knop>
            Verplaats naar…
            <IconChevronDown size={16} aria-hidden />
          </Knop>
        }
        regels={bord.kolommen
          .filter(({ id }) => id !== hier.id)
          .map(({ id, naam, soort }) => ({
            id,
            naam: <Status soort={STATUS[soort]}>{naam}</Status>,
            tekst: naam,
          }))}
        opKies={(kolom) => {
          const doel = doelVan({ naar: "kolom", kolom }, kaart, kolommen, bord.kolommen);
          if (doel) verplaats(kaart, doel.kolom, doel.na);
        }}
      />
    </span>
  );
}

export function TaakFeiten(props: Props) {
  const { taak, omgeving } = props;
  const vandaag = useVandaag();
  const { adres } = useTraject();
  const gereed = new Set(
    omgeving.bord.kolommen.filter(({ soort }) => soort === "GEREED").map(({ id }) => id),
  );
  const laat = !taak.gearchiveerdOp && isTeLaat(taak, gereed, vandaag);
  const dagen = dagenTussen(dagVan(new Date(taak.kolomSinds)), vandaag);
  const regios = taak.regios.flatMap(({ sleutel }) => regioSleutel(sleutel) ?? []);
  return (
    <>
      <h3 className={stijl.titel}>{taak.titel}</h3>
      {taak.omschrijving && <p className={stijl.tekst}>{taak.omschrijving}</p>}
      <Feiten
        feiten={[
          { naam: "Kolom", waarde: <Kolom {...props} /> },
          { naam: "Staat hier", waarde: dagenTekst(dagen) },
          { naam: "Functie", waarde: taak.functie?.naam ?? "Geen functie" },
          {
            naam: "Gemeenten",
            waarde: (
              <span className={stijl.kolom}>
                {regios.map((regio) => (
                  <Regiolabel key={regio} regio={regio} />
                ))}
                {taak.gemeenten.length > 0
                  ? taak.gemeenten.map(({ naam }) => naam).join(", ")
                  : gemeentenTekst(taak.gemeenten)}
              </span>
            ),
          },
          {
            naam: "Eigenaar",
            waarde: taak.eigenaar ? (
              <span className={stijl.kolom}>
                <Avatar persoon={taak.eigenaar} klein />
                {taak.eigenaar.naam}
              </span>
            ) : (
              "Geen eigenaar"
            ),
          },
          {
            naam: "Vervaldatum",
            waarde: taak.vervaldatum ? (
              <span className={stijl.kolom}>
                {datumTekst(taak.vervaldatum)}
                {laat && <Status soort="fout">{vervaltTekst(taak.vervaldatum, vandaag)}</Status>}
              </span>
            ) : (
              "Geen datum"
            ),
          },
          ...(taak.herhaling
            ? [{ naam: "Komt terug", waarde: `${herhalingTekst(taak.herhaling)}, als zij gereed is` }]
            : []),
          ...(taak.autonomie
            ? [
                {
                  naam: "Aard",
                  waarde: (
                    <Link to={adres("autonomie", `onderwerp/${taak.autonomie.id}`)}>
                      {taak.autonomie.aard
                        ? AARD[taak.autonomie.aard]
                        : "bedrijfsvoering of beleid: nog niet bepaald"}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(taak.budgeteffecten.length > 0
            ? [
                {
                  naam: "Effect op het budget",
                  waarde: (
                    <Link to={adres("budget")}>
                      {taak.budgeteffecten
                        .map(
                          ({ bedrag, soort, functie, gemeente }) =>
                            `${bedragTekst(bedrag)} ${SOORT[soort]} (${functie?.naam}, ${gemeente?.naam})`,
                        )
                        .join("; ")}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(taak.overdracht
            ? [
                {
                  naam: "Vraagt op voor",
                  waarde: (
                    <Link to={adres("overdracht", `cel/${taak.overdracht.id}`)}>
                      {taak.overdracht.functie.naam}, {taak.overdracht.regio.naam}
                    </Link>
                  ),
                },
              ]
            : []),
          {
            naam: "Gemaakt",
            waarde: `${momentTekst(taak.gemaaktOp)} door ${taak.gemaaktDoor?.naam ?? "de hub"}`,
          },
        ]}
      />
      {taak.herkomst && <Herkomstregel herkomst={taak.herkomst} />}
    </>
  );
}
