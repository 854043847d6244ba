import { useMemo } from "react";
import { useQuery } from "urql";
import type { VersieRegelFragment } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { momentTekst } from "~/lib/datum";
import { AFSPRAKEN } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Melding } from "~/ui/Melding";
import { LeegStaat } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Vinkje } from "~/ui/Vinkje";
import { ZetVersieTerug } from "../operations/zetVersieTerug";
import { Downloaden } from "./Downloaden";
import { VersiesQuery } from "./vragen";
import { Verschil } from "./Verschil";
import stijl from "./Tekst.module.css";

const NU = "nu";

function Vergelijken({ afspraak, versies }: { afspraak: string; versies: readonly VersieRegelFragment[] }) {
  const { filters, zet } = useFilters("van", "naar", "naast");
  const opties = useMemo(
    () => [
      { id: NU, naam: "De tekst van nu" },
      ...versies.map(({ id, nummer, naam }) => ({ id, naam: `Versie ${nummer}: ${naam}` })),
    ],
    [versies],
  );
  const van = filters.van || versies[0]?.id || NU;
  const naar = filters.naar || NU;
  return (
    <Vak titel="Vergelijken">
      <div className={stijl.keuzes}>
        <Keuze label="Van" opties={opties.slice(1)} waarde={van} opKies={(id) => zet("van", id)} />
        <Keuze label="Naar" opties={opties} waarde={naar} opKies={(id) => zet("naar", id)} />
        <Vinkje isSelected={filters.naast !== ""} onChange={(aan) => zet("naast", aan ? "1" : null)}>
          Naast elkaar
        </Vinkje>
      </div>
      <Verschil afspraak={afspraak} van={van} naar={naar === NU ? null : naar} naast={filters.naast !== ""} />
    </Vak>
  );
}

/** The versions of a text: who froze what when, what differs, and putting an earlier one back. */
export function Versies({ afspraak }: { afspraak: { id: string; magSchrijven: boolean } }) {
  const [staat, lees] = useQuery({ query: VersiesQuery, variables: { id: afspraak.id }, context: AFSPRAKEN });
  const inzending = useInzending(useMutatie(ZetVersieTerug, "afspraken"), []);
  const zetTerug = async (versie: VersieRegelFragment) => {
    if (!(await inzending.verstuur({ id: versie.id }))) return;
    kondigAan(`De tekst is weer zoals in versie ${versie.nummer}.`);
  };
  const regels = staat.data?.afspraak?.versies ?? [];
  return (
    <Gegevens
      staat={staat}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
      fout="De versies konden niet geladen worden."
    >
      {() =>
        regels.length === 0 ? (
          <LeegStaat titel="Er is nog geen versie">
            Leg bij Tekst een versie vast. Dan is later precies te zien wat er afgesproken was.
          </LeegStaat>
        ) : (
          <>
            <Vak titel="Versies" bij={regels.length}>
              {inzending.algemeen.map((fout) => (
                <Melding key={fout} soort="fout">
                  {fout}
                </Melding>
              ))}
              <ul className={stijl.versies}>
                {regels.map((versie) => (
                  <li key={versie.id} className={stijl.versie}>
                    <strong>Versie {versie.nummer}</strong>
                    <span>{versie.naam}</span>
                    <span className={stijl.stil}>
                      {versie.door?.naam ?? "De hub"}, {momentTekst(versie.op)}
                    </span>
                    <span className={stijl.hash} title={versie.hash}>
                      kenmerk {versie.hash.slice(0, 12)}
                    </span>
                    <span className={stijl.rek} />
                    <Downloaden afspraak={afspraak.id} versie={versie} />
                    {afspraak.magSchrijven && (
                      <Knop
                        aria-label={`Zet versie ${versie.nummer} terug`}
                        isDisabled={inzending.bezig}
                        onPress={() => void zetTerug(versie)}
                      >
                        Zet terug
                      </Knop>
                    )}
                  </li>
                ))}
              </ul>
            </Vak>
            <Vergelijken afspraak={afspraak.id} versies={regels} />
          </>
        )
      }
    </Gegevens>
  );
}
