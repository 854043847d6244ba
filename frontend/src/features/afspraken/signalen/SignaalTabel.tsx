import { Link } from "react-router";
import { datumTekst, momentTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Tabel, type Kolom } from "~/ui/Tabel";
import { adresVan, PARTIJ } from "../afspraak";
import stijl from "../Afspraken.module.css";
import { STAND, type Signaal } from "./signaal";

type Props = { signalen: Signaal[]; metAfspraak?: boolean; opBehandel: (signaal: Signaal) => void };

export function SignaalTabel({ signalen, metAfspraak, opBehandel }: Props) {
  const waarover: Kolom<Signaal>[] = metAfspraak
    ? [
        {
          kop: "Afspraak",
          cel: ({ afspraak }) => (
            <span className={stijl.naam}>
              <Link to={adresVan(afspraak.id, "/signalen")}>{afspraak.naam}</Link>
              {afspraak.signalenKerenTerug && <Status soort="wacht">komt vaak terug</Status>}
            </span>
          ),
        },
      ]
    : [];
  return (
    <Tabel
      bijschrift="Signalen"
      rijen={signalen}
      sleutel={({ id }) => id}
      kolommen={[
        {
          kop: "Signaal",
          isNaam: true,
          cel: ({ tekst, van, gemeente, gemeldDoor, gemeldOp }) => (
            <span className={stijl.naam}>
              {tekst}
              <small>
                {PARTIJ[van]}
                {gemeente ? ` ${gemeente.naam}` : ""} · {gemeldDoor?.naam ?? "de hub"},{" "}
                {momentTekst(gemeldOp)}
              </small>
            </span>
          ),
        },
        ...waarover,
        { kop: "Stand", cel: ({ stand }) => <Status soort={STAND[stand][0]}>{STAND[stand][1]}</Status> },
        { kop: "Eigenaar", cel: ({ eigenaar }) => eigenaar?.naam ?? "nog niemand" },
        {
          kop: "Antwoord",
          cel: ({ antwoord, teruggekoppeldOp }) => (
            <>
              {antwoord || "nog geen"}
              {teruggekoppeldOp && ` (teruggekoppeld op ${datumTekst(teruggekoppeldOp)})`}
            </>
          ),
        },
        {
          kop: "Doe",
          cel: (signaal) =>
            signaal.magBehandelen && <Knop onPress={() => opBehandel(signaal)}>Behandel</Knop>,
        },
      ]}
    />
  );
}
