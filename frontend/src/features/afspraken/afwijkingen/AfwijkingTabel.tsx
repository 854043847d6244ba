import { Link } from "react-router";
import { datumTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Tabel, type Kolom } from "~/ui/Tabel";
import { adresVan } from "../afspraak";
import type { Afwijking } from "./afwijking";

type Props = { afwijkingen: Afwijking[]; metAfspraak?: boolean; opWijzig?: (afwijking: Afwijking) => void };

const eindeTekst = ({ geldt, tot, beeindigdOp }: Afwijking) =>
  geldt ? `tot en met ${datumTekst(tot)}` : `geëindigd op ${datumTekst(beeindigdOp ?? tot)}`;

/** What differs and why: gemeente, article, reason, until when, and who sees to it. */
export function AfwijkingTabel({ afwijkingen, metAfspraak, opWijzig }: Props) {
  const waarvan: Kolom<Afwijking>[] = metAfspraak
    ? [
        {
          kop: "Afspraak",
          cel: ({ afspraak }) => <Link to={adresVan(afspraak.id, "/afwijkingen")}>{afspraak.naam}</Link>,
        },
      ]
    : [];
  const wijzig: Kolom<Afwijking>[] = opWijzig
    ? [
        {
          kop: "Doe",
          cel: (een) =>
            een.magWijzigen && (
              <Knop aria-label={`Wijzig de afwijking van ${een.gemeente.naam}`} onPress={() => opWijzig(een)}>
                Wijzig
              </Knop>
            ),
        },
      ]
    : [];
  return (
    <Tabel
      bijschrift="Afwijkingen"
      rijen={afwijkingen}
      sleutel={({ id }) => id}
      kolommen={[
        { kop: "Gemeente", isNaam: true, cel: ({ gemeente }) => gemeente.naam },
        ...waarvan,
        { kop: "Artikel", cel: ({ kop }) => kop ?? "de hele afspraak" },
        { kop: "Wat hier geldt", cel: ({ hier }) => hier },
        { kop: "Waarom", cel: ({ reden }) => reden },
        {
          kop: "Hoe lang",
          cel: (een) => <Status soort={een.geldt ? "bezig" : "gereed"}>{eindeTekst(een)}</Status>,
        },
        { kop: "Eigenaar", cel: ({ eigenaar }) => eigenaar?.naam ?? "niemand" },
        ...wijzig,
      ]}
    />
  );
}
