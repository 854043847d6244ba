import { useMag } from "~/features/account/ik";
import { Link } from "react-router";
import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { WensLijn } from "../operations/wensLijn";
import lijst from "../Organisatie.module.css";
import { lijnNaam, tegenhanger, type Lijn, type Module } from "./lijnen";

type Props = { lijnen: readonly Lijn[]; modules: readonly Module[] };
const TOT_NU = "module-2";
const STRAKS = "module-1";

/** The fixed lines of module 2, and whether module 1 has or wants them. */
export function PerModule({ lijnen, modules }: Props) {
  const mag = useMag("StakeholdersBeheren");
  const stuur = useMutatie(WensLijn, ORGANISATIE.bereik);
  const nu = modules.find(({ sleutel }) => sleutel === TOT_NU);
  const straks = modules.find(({ sleutel }) => sleutel === STRAKS);
  if (!nu || !straks) return null;
  const vaste = lijnen.filter(({ relatie }) => relatie.module?.id === nu.id);
  const wens = async (lijn: Lijn) => {
    const { van, naar, soort, omschrijving } = lijn.relatie;
    const over = omschrijving.replace(/module 2/gi, "module 1");
    const input = { van: van.id, naar: naar.id, soort, omschrijving: over, module: straks.id };
    const uitkomst = await stuur(input);
    if (uitkomst.gelukt) kondigAan(`${lijnNaam(lijn)} is gewenst voor ${straks.naam.toLowerCase()}.`);
    else meldToast(uitkomst.fouten[0]!.bericht);
  };
  return (
    <Vak titel={`De lijnen van ${nu.naam.toLowerCase()} naast die van ${straks.naam.toLowerCase()}`}>
      {vaste.length === 0 && (
        <p className={lijst.stil}>{nu.naam} heeft geen lijnen die alleen bij die module horen.</p>
      )}
      {vaste.length > 0 && (
        <Tabel
          bijschrift="Lijnen per module"
          rijen={vaste}
          sleutel={({ relatie }) => relatie.id}
          kolommen={[
            {
              kop: nu.naam,
              isNaam: true,
              cel: (lijn) => (
                <Link to={`/organisatie/lijnen/lijn/${lijn.relatie.id}`} preventScrollReset>
                  {lijnNaam(lijn)}
                </Link>
              ),
            },
            { kop: "Wat erover loopt", cel: ({ relatie }) => relatie.omschrijving },
            {
              kop: straks.naam,
              cel: (lijn) => {
                const ander = tegenhanger(lijn, lijnen, straks.id);
                if (ander) {
                  const gewenst = ander.relatie.stand === "GEWENST";
                  return (
                    <Link to={`/organisatie/lijnen/lijn/${ander.relatie.id}`} preventScrollReset>
                      <Status soort={gewenst ? "wacht" : "gereed"}>{gewenst ? "Gewenst" : "Is er"}</Status>
                    </Link>
                  );
                }
                return (
                  <span className={lijst.cel}>
                    <Status soort="open">Ontbreekt</Status>
                    {mag && (
                      <Knop
                        onPress={() => void wens(lijn)}
                        aria-label={`Wens ${lijnNaam(lijn)} voor ${straks.naam}`}
                      >
                        Wens deze lijn
                      </Knop>
                    )}
                  </span>
                );
              },
            },
          ]}
        />
      )}
    </Vak>
  );
}
