import { useQuery } from "urql";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Gegevens } from "~/ui/Gegevens";
import { Status, type StatusSoort } from "~/ui/Status";
import type { ArtikelVerschilSoort, TekstverschilQuery, WoordVerschil } from "~/graphql/gen/graphql";
import { VerschilQuery } from "./vragen";
import stijl from "./Tekst.module.css";

type Artikel = NonNullable<TekstverschilQuery["afspraak"]>["tekstverschil"][number];
const SOORT: Record<ArtikelVerschilSoort, [StatusSoort, string]> = {
  GELIJK: ["open", "gelijk"],
  GEWIJZIGD: ["bezig", "gewijzigd"],
  NIEUW: ["gereed", "nieuw"],
  VERVALLEN: ["fout", "vervallen"],
};

type Kant = "beide" | "oud" | "nieuw";

function Woorden({ woorden, kant }: { woorden: Pick<WoordVerschil, "soort" | "tekst">[]; kant: Kant }) {
  const zichtbaar = woorden.filter(
    ({ soort }) =>
      !(soort === "TOEGEVOEGD" && kant === "oud") && !(soort === "VERWIJDERD" && kant === "nieuw"),
  );
  return zichtbaar.map(({ soort, tekst }, i) => {
    if (soort === "TOEGEVOEGD") return <ins key={i}>{tekst}</ins>;
    if (soort === "VERWIJDERD") return <del key={i}>{tekst}</del>;
    return <span key={i}>{tekst}</span>;
  });
}

function EenArtikel({ artikel, naast }: { artikel: Artikel; naast: boolean }) {
  const [soort, woord] = SOORT[artikel.soort];
  const nummers = [artikel.vanNummer, artikel.naarNummer].filter((nummer) => nummer !== null);
  const was = artikel.verplaatst && nummers.length === 2 ? ` (was artikel ${artikel.vanNummer})` : "";
  return (
    <article className={stijl.artikel}>
      <h3>
        Artikel {artikel.naarNummer ?? artikel.vanNummer}
        {was}. <Woorden woorden={artikel.kop} kant="beide" /> <Status soort={soort}>{woord}</Status>
        {artikel.verplaatst && <Status soort="wacht">verplaatst</Status>}
      </h3>
      {artikel.soort !== "GELIJK" &&
        (naast ? (
          <div className={stijl.naast}>
            <div className={stijl.woorden} aria-label="Oude tekst" role="group">
              <Woorden woorden={artikel.inhoud} kant="oud" />
            </div>
            <div className={stijl.woorden} aria-label="Nieuwe tekst" role="group">
              <Woorden woorden={artikel.inhoud} kant="nieuw" />
            </div>
          </div>
        ) : (
          <div className={stijl.woorden}>
            <Woorden woorden={artikel.inhoud} kant="beide" />
          </div>
        ))}
    </article>
  );
}

type Props = { afspraak: string; van: string | null; naar: string | null; naast: boolean };

/** What two texts say differently: per article, and per word. */
export function Verschil({ afspraak, van, naar, naast }: Props) {
  const [staat, lees] = useQuery({
    query: VerschilQuery,
    variables: { id: afspraak, van, naar },
    requestPolicy: "network-only",
    context: AFSPRAKEN,
  });
  return (
    <Gegevens
      staat={staat}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
      fout="Het verschil kon niet geladen worden."
    >
      {({ afspraak: gelezen }) => {
        const artikelen = gelezen?.tekstverschil ?? [];
        const anders = artikelen.filter(({ soort, verplaatst }) => soort !== "GELIJK" || verplaatst).length;
        return (
          <>
            <p role="status">
              {anders === 0
                ? "Er is geen verschil."
                : `${anders} van ${artikelen.length} artikelen ${anders === 1 ? "verschilt" : "verschillen"}.`}
            </p>
            {artikelen.map((artikel) => (
              <EenArtikel key={artikel.sleutel} artikel={artikel} naast={naast} />
            ))}
          </>
        );
      }}
    </Gegevens>
  );
}
