import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useBereikVan } from "~/features/account/ik";
import { useGemeenten } from "~/features/integratie/keuzes";
import { SessiesAbonnement } from "~/features/sessies/sessies";
import { verouderd } from "~/features/vandaag/applyGebeurtenis";
import { useVerversing } from "~/features/vandaag/useVerversing";
import { useFilters } from "~/lib/adres";
import { bewaarBestand } from "~/lib/bestand";
import { datumTekst } from "~/lib/datum";
import { useAbonnement } from "~/realtime/abonnement";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Veld } from "~/ui/Veld";
import { Kader } from "../Kader";
import { alsCsv } from "./bijdrage";
import { BijdrageQuery } from "./bijdrageVraag";
import { Maat } from "./Maat";
import stijl from "./Bijdrage.module.css";

/** The gemeente one looks at: who speaks for one sees it at once, who may see all chooses. */
function useGekozen(id: string) {
  const { alles, gemeenten: eigen } = useBereikVan("BijdrageInzien");
  const { gemeenten } = useGemeenten();
  const opties = alles ? gemeenten : eigen;
  const gekozen = opties.find((een) => een.id === id) ?? (alles ? undefined : eigen[0]);
  return { alles, opties, gekozen, magNiet: !alles && id !== "" && gekozen?.id !== id };
}

/** A day in the address. What is being typed is not a day yet: a year begins as 0002. */
function Dag({ label, waarde, fout, opKies }: DagProps) {
  const [getypt, zetGetypt] = useState<string>();
  return (
    <Veld
      label={label}
      soort="datum"
      value={getypt ?? waarde}
      fout={fout}
      onChange={(dag) => {
        zetGetypt(dag);
        if (/^(20|$)/.test(dag)) opKies(dag || null);
      }}
      onBlur={() => zetGetypt(undefined)}
    />
  );
}
type DagProps = {
  label: string;
  waarde: string;
  fout: string | undefined;
  opKies: (dag: string | null) => void;
};

const alsDag = (tekst: string) => (/^\d{4}-\d{2}-\d{2}$/.test(tekst) ? tekst : null);

/** How the gemeenten share the work: regions for all, one gemeente for who may see it. */
export function BijdragePagina() {
  const { filters, zet, wis, actief } = useFilters("van", "tot", "gemeente");
  const { alles, opties, gekozen, magNiet } = useGekozen(filters.gemeente);
  const [staat, lees] = useQuery({
    query: BijdrageQuery,
    variables: {
      van: alsDag(filters.van),
      tot: alsDag(filters.tot),
      gemeente: gekozen?.id ?? "",
      metGemeente: !!gekozen,
    },
    context: ORGANISATIE,
  });
  const opnieuw = () => lees({ requestPolicy: "network-only" });
  useVerversing(opnieuw);
  // What changes while a session runs does not show here; that it was held does.
  useAbonnement({
    document: SessiesAbonnement,
    bereik: "sessies",
    positie: staat.data?.positie,
    herlaad: opnieuw,
    opGebeurtenis: ({ sessie }) => {
      if (sessie.__typename === "SessieStand" && sessie.sessie?.stand === "AFGEROND")
        verouderd.zet((nummer) => nummer + 1);
    },
  });
  const bijdrage = staat.data?.bijdrage;
  const misdag = staat.error?.graphQLErrors.find(({ extensions }) => extensions.code === "DATUM_ONGELDIG");
  const bij = (veld: "van" | "tot") => (misdag?.extensions.veld === veld ? misdag.message : undefined);
  return (
    <Kader titel="Evenredige bijdrage">
      <div className={stijl.pagina}>
        <p className={stijl.inleiding}>
          Doen alle gemeenten naar vermogen mee, en komt Midden-Limburg bij? Iedereen ziet de regio’s en hoe
          ver gemeenten uit elkaar liggen. De cijfers van één gemeente zien alleen wie voor haar spreekt en de
          kwartiermaker: zo blijft het een gesprek, geen ranglijst.
        </p>
        <Filterbalk
          actief={actief}
          opWis={wis}
          telling={bijdrage && `${datumTekst(bijdrage.van)} tot en met ${datumTekst(bijdrage.tot)}`}
          actie={
            bijdrage && (
              <Knop
                onPress={() =>
                  bewaarBestand(`bijdrage-${bijdrage.van}-${bijdrage.tot}.csv`, "text/csv", alsCsv(bijdrage))
                }
              >
                <IconDownload size={17} aria-hidden />
                Bewaar als CSV
              </Knop>
            )
          }
        >
          <Dag
            label="Van"
            waarde={filters.van || (bijdrage?.van ?? "")}
            fout={bij("van")}
            opKies={(dag) => zet("van", dag)}
          />
          <Dag
            label="Tot en met"
            waarde={filters.tot || (bijdrage?.tot ?? "")}
            fout={bij("tot")}
            opKies={(dag) => zet("tot", dag)}
          />
          {(alles || opties.length > 1) && (
            <Keuze
              label="Gemeente"
              opties={opties.map(({ id, naam }) => ({ id, naam }))}
              leeg={alles ? "Geen gemeente" : undefined}
              waarde={gekozen?.id ?? null}
              opKies={(id) => zet("gemeente", id)}
            />
          )}
        </Filterbalk>
        {magNiet && <Melding soort="info">De cijfers van die gemeente zijn niet voor jou zichtbaar.</Melding>}
        {!misdag && (
          <Gegevens
            staat={staat}
            opnieuw={opnieuw}
            fout="De bijdrage kon niet geladen worden."
            regels={5}
            hoogte="9rem"
          >
            {(data) =>
              data.bijdrage.maten.map((maat) => (
                <Maat key={maat.soort} maat={maat} bijdrage={data.bijdrage} />
              ))
            }
          </Gegevens>
        )}
      </div>
    </Kader>
  );
}
