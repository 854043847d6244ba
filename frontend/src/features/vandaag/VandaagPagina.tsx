import { useEffect } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { HerinneringenVak } from "~/features/herinneringen/HerinneringenVak";
import type { VandaagQuery as Gelezen } from "~/graphql/gen/graphql";
import { momentTekst } from "~/lib/datum";
import { useWinkel } from "~/lib/winkel";
import { Gegevens } from "~/ui/Gegevens";
import { Pagina } from "~/ui/Pagina";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { AfspraakWerk } from "./AfspraakWerk";
import { bezoek, neemOp, type Bezoek } from "./bezoek";
import { EersteBezoek } from "./EersteBezoek";
import { NuBezig } from "./NuBezig";
import { NuHier } from "./NuHier";
import { Taaklijst } from "./Taaklijst";
import { opVolgorde } from "./taken";
import { useMarkeerGezien } from "./useMarkeerGezien";
import { useVerversing } from "./useVerversing";
import { VandaagQuery } from "./vandaagVraag";
import { Vermeldingen } from "./Vermeldingen";
import { Signalen, Vergaderingen, VoorMijnGemeente } from "./Wacht";
import { Wijzigingen } from "./Wijzigingen";
import stijl from "./Vandaag.module.css";

/** The visit goes on through other pages: see bezoek. */
function useBezoek(vandaag: Gelezen["vandaag"] | undefined) {
  useEffect(() => {
    if (vandaag) bezoek.zet((oud) => neemOp(oud, vandaag, Date.now()));
  }, [vandaag]);
  return useWinkel(bezoek);
}

function MijnTaken({ taken }: { taken: Gelezen["vandaag"]["mijnTaken"] }) {
  const laat = taken.filter(({ teLaat }) => teLaat).length;
  return (
    <Vak
      titel="Mijn taken"
      bij={taken.length > 0 && (laat ? `${taken.length} open, ${laat} te laat` : `${taken.length} open`)}
    >
      {taken.length === 0 ? (
        <p className={stijl.stil}>
          Er wacht geen taak op je. <Link to="/integratie/takenbord">Bekijk het takenbord</Link>.
        </p>
      ) : (
        <Taaklijst naam="Mijn taken" taken={opVolgorde(taken)} />
      )}
    </Vak>
  );
}

function Veranderd({ bezoek: { sinds, groepen } }: { bezoek: Bezoek }) {
  return (
    <Vak
      titel={sinds ? "Veranderd sinds je vorige bezoek" : "Laatste wijzigingen"}
      bij={sinds ? `Je was hier ${momentTekst(sinds)}` : undefined}
    >
      {groepen.length === 0 ? (
        <p className={stijl.stil}>
          {sinds ? "Sindsdien veranderde niemand anders iets." : "Nog niemand veranderde iets."} Nieuwe
          wijzigingen verschijnen hier vanzelf.
        </p>
      ) : (
        <Wijzigingen groepen={groepen} />
      )}
    </Vak>
  );
}

export function VandaagPagina() {
  const [staat, lees] = useQuery({ query: VandaagQuery, requestPolicy: "cache-and-network" });
  const vandaag = staat.data?.vandaag;
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees);
  useMarkeerGezien(vandaag?.positie);
  const dit = useBezoek(vandaag);
  return (
    <Pagina titel="Vandaag">
      <Gegevens
        staat={staat}
        opnieuw={herlees}
        fout="Vandaag kon niet geladen worden."
        regels={6}
        hoogte="4rem"
      >
        {({
          vandaag: {
            mijnTaken,
            teLaat,
            teTekenen,
            teHerzien,
            signalen,
            teBesluiten,
            uitTeVoeren,
            vergaderingen,
          },
        }) => (
          <>
            {dit?.sinds === null && <EersteBezoek />}
            <Vakken>
              <Kolom>
                <MijnTaken taken={mijnTaken} />
                {dit && <Veranderd bezoek={dit} />}
              </Kolom>
              <Kolom>
                <NuBezig />
                <VoorMijnGemeente teBesluiten={teBesluiten} uitTeVoeren={uitTeVoeren} />
                <HerinneringenVak />
                <AfspraakWerk teTekenen={teTekenen} teHerzien={teHerzien} />
                <Signalen signalen={signalen} />
                {dit && <Vermeldingen vermeldingen={dit.vermeldingen} />}
                <Vergaderingen vergaderingen={vergaderingen} />
                <NuHier />
                <Vak titel="Te laat" bij={teLaat.length > 0 && `${teLaat.length} van iedereen`}>
                  {teLaat.length === 0 ? (
                    <p className={stijl.stil}>Er is geen enkele taak te laat.</p>
                  ) : (
                    <Taaklijst naam="Taken die te laat zijn" taken={opVolgorde(teLaat)} metEigenaar />
                  )}
                </Vak>
              </Kolom>
            </Vakken>
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}
