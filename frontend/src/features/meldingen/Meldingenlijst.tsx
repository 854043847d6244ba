import {
  IconAt,
  IconCalendarDue,
  IconEye,
  IconInfoCircle,
  IconSignature,
  IconSpeakerphone,
  IconUserCheck,
} from "@tabler/icons-react";
import { Link } from "react-router";
import type { MeldingSoort } from "~/graphql/gen/graphql";
import { momentTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { meldingAdres } from "./onderwerp";
import { SOORT, type Melding } from "./vragen";
import stijl from "./Meldingen.module.css";

const ICOON: Record<MeldingSoort, typeof IconAt> = {
  VERMELDING: IconAt,
  TOEWIJZING: IconUserCheck,
  TERMIJN: IconCalendarDue,
  ONDERTEKENEN: IconSignature,
  SIGNAAL: IconSpeakerphone,
  INFORMATIE: IconInfoCircle,
  GEVOLGD: IconEye,
};

type Props = { meldingen: Melding[]; opLees: (meldingen: string[], gelezen: boolean) => void };

export function Meldingenlijst({ meldingen, opLees }: Props) {
  return (
    <ul className={stijl.lijst} aria-label="Meldingen">
      {meldingen.map(({ id, soort, zin, tijdstip, gelezen, onderwerp }) => {
        const Icoon = ICOON[soort];
        const adres = meldingAdres(onderwerp);
        return (
          <li key={id} className={gelezen ? undefined : stijl.nieuw}>
            <Icoon size={20} aria-hidden className={stijl.icoon} />
            <div className={stijl.tekst}>
              {!gelezen && <span className="alleen-voorlezen">Nieuw: </span>}
              {adres ? (
                <Link to={adres} onClick={() => !gelezen && opLees([id], true)}>
                  {zin}
                </Link>
              ) : (
                <span>{zin}</span>
              )}
              <p className={stijl.bij}>
                {SOORT[soort]}
                {soort !== "TERMIJN" && ` · ${momentTekst(tijdstip)}`}
              </p>
            </div>
            <Knop
              soort="stil"
              aria-label={`${gelezen ? "Markeer als niet gelezen" : "Markeer als gelezen"}: ${zin}`}
              onPress={() => opLees([id], !gelezen)}
            >
              {gelezen ? "Niet gelezen" : "Gelezen"}
            </Knop>
          </li>
        );
      })}
    </ul>
  );
}
