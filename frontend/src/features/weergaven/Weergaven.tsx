import { IconBookmark, IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useQuery } from "urql";
import { useIk } from "~/features/account/ik";
import { usePostvakVerversing } from "~/features/meldingen/usePostvak";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { Menu, type MenuRegel } from "~/ui/Menu";
import { meldToast } from "~/ui/meldingen";
import { WijzigWeergave } from "./operations/wijzigWeergave";
import { WeergavenQuery, type Weergave } from "./vragen";
import { WeergaveDialoog } from "./WeergaveDialoog";
import { gekozenVan } from "./zoek";

type Props = {
  /** The page they are of. */
  pagina: string;
  /** What in the address is of the moment, and no part of a view. */
  zonder?: readonly string[];
};

/** What one chose on a page under a name: to open it again, and for colleagues. */
export function Weergaven({ pagina, zonder = [] }: Props) {
  const { persoon } = useIk();
  const { search } = useLocation();
  const ga = useNavigate();
  const [{ data }, lees] = useQuery({
    query: WeergavenQuery,
    variables: { pagina },
    requestPolicy: "cache-and-network",
  });
  const herlees = () => lees({ requestPolicy: "network-only" });
  usePostvakVerversing(herlees);
  const wijzig = useMutatie(WijzigWeergave);
  const [geopend, zetGeopend] = useState<string>();
  const [dialoog, zetDialoog] = useState<{ weergave?: Weergave }>();

  const alle = data?.weergaven ?? [];
  const gekozen = gekozenVan(search, zonder);
  const huidig = alle.find(({ zoek }) => zoek === gekozen && gekozen !== "");
  const isMijn = ({ eigenaar }: Weergave) => eigenaar?.id === persoon.id;
  /** The one of mine that is open, also after something else was chosen. */
  const mijn = [huidig, alle.find(({ id }) => id === geopend)].find((een) => een && isMijn(een));

  const verander = async (weergave: Weergave, wat: { zoek?: string; vervallen?: boolean }, klaar: string) => {
    const uitkomst = await wijzig({ weergave: weergave.id, ...wat });
    herlees();
    if (!uitkomst.gelukt) return meldToast(uitkomst.fouten[0]?.bericht ?? "Dat lukte niet.");
    const terug = () => void verander(weergave, { vervallen: false }, `‘${weergave.naam}’ staat er weer.`);
    meldToast(klaar, wat.vervallen ? { naam: "Ongedaan maken", doe: terug } : undefined);
  };
  const open = ({ id, zoek }: Weergave) => {
    const nu = new URLSearchParams(zoek);
    // What is of the moment stays as it is.
    const oud = new URLSearchParams(search);
    zonder.forEach((naam) => oud.has(naam) && nu.set(naam, oud.get(naam)!));
    zetGeopend(id);
    void ga({ search: nu.toString() }, { preventScrollReset: true });
  };

  const regel = (weergave: Weergave): MenuRegel => {
    const van = isMijn(weergave) ? (weergave.gedeeld ? "gedeeld" : "") : weergave.eigenaar?.naam;
    const naam = [weergave.naam, van].filter(Boolean).join(" · ");
    const nu = weergave.id === huidig?.id;
    return { id: weergave.id, naam: nu ? `✓ ${naam}` : naam, tekst: naam, gekozen: nu };
  };
  const regels: MenuRegel[] = [
    ...alle.filter(isMijn).map(regel),
    ...alle.filter((een) => !isMijn(een)).map(regel),
    {
      id: "bewaar",
      naam: gekozen === "" ? "Kies eerst filters: dan kun je ze bewaren" : "Bewaar wat je nu ziet…",
      uit: gekozen === "" || (!!huidig && isMijn(huidig)),
    },
    ...(mijn
      ? [
          ...(mijn.zoek === gekozen ? [] : [{ id: "bij", naam: `Werk ‘${mijn.naam}’ bij` }]),
          { id: "wijzig", naam: `Hernoem of deel ‘${mijn.naam}’…` },
          { id: "weg", naam: `Verwijder ‘${mijn.naam}’` },
        ]
      : []),
  ];
  const opKies = (id: string) => {
    if (id === "bewaar") return zetDialoog({});
    if (id === "wijzig") return zetDialoog({ weergave: mijn });
    if (id === "bij") return void verander(mijn!, { zoek: gekozen }, `‘${mijn!.naam}’ is bijgewerkt.`);
    if (id === "weg") return void verander(mijn!, { vervallen: true }, `‘${mijn!.naam}’ is verwijderd.`);
    const weergave = alle.find((een) => een.id === id);
    if (weergave) open(weergave);
  };
  return (
    <>
      <Menu
        naam="Weergaven"
        knop={
          <Knop aan={!!huidig}>
            <IconBookmark size={17} aria-hidden />
            {huidig ? `Weergave: ${huidig.naam}` : "Weergaven"}
            <IconChevronDown size={16} aria-hidden />
          </Knop>
        }
        regels={regels}
        opKies={opKies}
      />
      {dialoog && (
        <WeergaveDialoog
          pagina={pagina}
          zoek={gekozen}
          weergave={dialoog.weergave}
          opKlaar={() => {
            zetDialoog(undefined);
            herlees();
          }}
        />
      )}
    </>
  );
}
