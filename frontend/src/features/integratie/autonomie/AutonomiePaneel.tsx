import { useMemo } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import type { Aard } from "~/graphql/gen/graphql";
import { useConcept } from "~/lib/concept";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { CelGeschiedenis } from "../besluiten/CelGeschiedenis";
import type { Meld } from "../bord/useMeldBezig";
import { useStand } from "../kader/stand";
import { useTraject } from "../kader/trajecten";
import { BepaalAard } from "../operations/bepaalAard";
import { BesluitRegionaal } from "../operations/besluitRegionaal";
import {
  AARD,
  EenAutonomieQuery,
  magTekst,
  naamVan,
  plekVan,
  type Autonomie,
  type Traject,
} from "./autonomie";
import stijl from "../risicos/Risicos.module.css";

type Props = {
  id: string;
  inLijst: Autonomie | undefined;
  traject: Traject;
  bereik: string;
  meldBezig: Meld;
  opSluit: () => void;
};

export function AutonomiePaneel({ id, inLijst, traject, bereik, meldBezig, opSluit }: Props) {
  const stand = useStand();
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [{ data, fetching }] = useQuery({
    query: EenAutonomieQuery,
    variables: { id },
    context,
    // A day in the past has only what stood in the list then.
    pause: !!inLijst || !!stand,
  });
  const een = inLijst ?? (data?.node?.__typename === "Autonomie" ? data.node : undefined);
  return (
    <Zijpaneel titel={een ? naamVan(een) : "Autonomie"} opSluit={opSluit}>
      {een ? (
        <div
          className={stijl.paneel}
          onFocus={() => een.magWijzigen && meldBezig("BEWERKT", een.id)}
          onBlur={() => meldBezig("KIJKT")}
        >
          <Inhoud een={een} traject={traject} bereik={bereik} />
        </div>
      ) : fetching ? (
        <Skelet regels={4} />
      ) : (
        <LeegStaat
          titel="Dit onderwerp is er niet"
          actie={<Knop onPress={opSluit}>Terug naar de autonomie</Knop>}
        >
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

function Inhoud({ een, traject, bereik }: { een: Autonomie; traject: Traject; bereik: string }) {
  const { adres } = useTraject();
  const [soort, woord] = magTekst(een);
  return (
    <>
      <Melding soort={een.magRegionaal ? "info" : "let-op"}>{een.uitleg}</Melding>
      <Feiten
        feiten={[
          { naam: "Stand", waarde: <Status soort={soort}>{woord}</Status> },
          { naam: "Aard", waarde: een.aard ? AARD[een.aard] : "nog niet bepaald" },
          {
            naam: "Besluit van gemeenten",
            waarde: een.gemeentebesluit ? (
              <Link to={adres("besluiten")}>{een.gemeentebesluit.naam}</Link>
            ) : (
              "nog niet gekoppeld"
            ),
          },
          { naam: "Regio besloot op", waarde: een.regionaalOp ? datumTekst(een.regionaalOp) : "nog niet" },
          { naam: "Onderwerp", waarde: <Link to={adres(...plekVan(een))}>{naamVan(een)}</Link> },
          {
            naam: "Laatst gewijzigd",
            waarde: een.gewijzigdOp
              ? `${momentTekst(een.gewijzigdOp)} door ${een.gewijzigdDoor?.naam ?? "de hub"}`
              : "Nog nooit",
          },
        ]}
      />
      {een.magWijzigen && (
        <>
          <Vak titel="Bedrijfsvoering of beleid">
            <AardFormulier een={een} traject={traject} bereik={bereik} />
          </Vak>
          <Vak titel="Besluit van de regio">
            <RegioFormulier een={een} bereik={bereik} />
          </Vak>
        </>
      )}
      <CelGeschiedenis cel={een.id} bereik={bereik} />
    </>
  );
}

function AardFormulier({ een, traject, bereik }: { een: Autonomie; traject: Traject; bereik: string }) {
  const { waarden, botst, magBewaren, kiesEerst, wijzig, neemOver, houd } = useConcept({
    aard: een.aard ?? null,
    besluit: een.gemeentebesluit?.id ?? null,
  });
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BepaalAard, bereik), [
    "aard",
    "besluit",
  ]);
  const bewaar = async () => {
    if (!magBewaren() || !(await verstuur({ id: een.id, verwachteVersie: een.versie, ...waarden }))) return;
    neemOver();
    kondigAan("De aard is bewaard.");
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[...algemeen, ...kiesEerst]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar de aard"}
    >
      {botst && (
        <Botsing opNeemOver={neemOver} opHoud={houd}>
          {een.gewijzigdDoor?.naam ?? "Een collega"} wijzigde dit terwijl je koos. Er staat nu:{" "}
          {een.aard ? AARD[een.aard] : "nog niet bepaald"}
          {een.gemeentebesluit && `, met het besluit ‘${een.gemeentebesluit.naam}’`}.
        </Botsing>
      )}
      <Keuze
        label="Aard"
        opties={(Object.keys(AARD) as Aard[]).map((id) => ({ id, naam: AARD[id] }))}
        leeg="nog niet bepaald"
        waarde={waarden.aard}
        opKies={(keuze) => wijzig({ aard: keuze as Aard | null })}
        fout={bij("aard")}
      />
      {een.over.__typename !== "Besluit" && (
        <Keuze
          label="Besluit dat gemeenten hierover nemen"
          opties={traject.besluiten}
          leeg="geen besluit"
          waarde={waarden.besluit}
          opKies={(besluit) => wijzig({ besluit })}
          fout={bij("besluit")}
        />
      )}
    </Formulier>
  );
}

function RegioFormulier({ een, bereik }: { een: Autonomie; bereik: string }) {
  const { waarden, botst, magBewaren, kiesEerst, wijzig, neemOver, houd } = useConcept({
    op: een.regionaalOp ?? "",
  });
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BesluitRegionaal, bereik), ["op"]);
  const bewaar = async () => {
    const op = waarden.op || null;
    if (!magBewaren() || !(await verstuur({ id: een.id, verwachteVersie: een.versie, op }))) return;
    neemOver();
    kondigAan("Het besluit van de regio is bewaard.");
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[...algemeen, ...kiesEerst]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Leg vast"}
    >
      {botst && (
        <Botsing opNeemOver={neemOver} opHoud={houd}>
          {een.gewijzigdDoor?.naam ?? "Een collega"} legde dit vast terwijl je typte. Er staat nu:{" "}
          {een.regionaalOp ? datumTekst(een.regionaalOp) : "de regio besloot nog niet"}.
        </Botsing>
      )}
      <Veld
        label="De regio besloot op"
        soort="datum"
        min="2014-01-01"
        value={waarden.op}
        onChange={(op) => wijzig({ op })}
        hulp="Laat leeg als de regio nog niet besloot."
        fout={bij("op")}
      />
    </Formulier>
  );
}
