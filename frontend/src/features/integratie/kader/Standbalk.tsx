import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { dagVan, datumTekst, vandaag } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Veld } from "~/ui/Veld";
import { STAND, useStand } from "./stand";
import stijl from "./Kader.module.css";

const LogboekBeginQuery = graphql(`
  query LogboekBegin {
    logboekBegin
  }
`);

const gisteren = () => dagVan(new Date(new Date(`${vandaag()}T12:00:00`).getTime() - 86_400_000));

/** Back in time: begins at yesterday. */
export function NaarVerleden() {
  const { zet } = useFilters(STAND);
  if (useStand()) return null;
  return (
    <Knop soort="stil" onPress={() => zet(STAND, gisteren())}>
      <IconHistory size={17} aria-hidden />
      Stand op…
    </Knop>
  );
}

/** Above every page of a day in the past: which day, that nothing can be changed, and the way back. */
export function Standbalk() {
  const stand = useStand();
  const { zet } = useFilters(STAND);
  const [{ data }] = useQuery({ query: LogboekBeginQuery, pause: !stand });
  if (!stand) return null;
  const begin = data?.logboekBegin ? dagVan(new Date(data.logboekBegin)) : undefined;
  return (
    <section aria-label="Stand op een dag in het verleden" className={stijl.balk}>
      <Melding soort="let-op">
        Dit is de stand aan het einde van <b>{datumTekst(stand)}</b>, opgebouwd uit het logboek. Je kunt er
        niets in wijzigen.
        {begin && stand < begin && <> Het logboek begint op {datumTekst(begin)}: daarvoor is niets bekend.</>}
        <div className={`${stijl.keuze} niet-afdrukken`}>
          <Veld
            label="Stand op"
            soort="datum"
            min={begin}
            value={stand}
            onChange={(dag) => dag && zet(STAND, dag)}
          />
          <Knop onPress={() => zet(STAND, null)}>Naar nu</Knop>
        </div>
      </Melding>
    </section>
  );
}
