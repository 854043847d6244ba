import { useMemo, useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import type { Aard } from "~/graphql/gen/graphql";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
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
            <AardFormulier key={een.versie} een={een} traject={traject} bereik={bereik} />
          </Vak>
          <Vak titel="Besluit van de regio">
            <RegioFormulier key={een.versie} een={een} bereik={bereik} />
          </Vak>
        </>
      )}
      <CelGeschiedenis cel={een.id} bereik={bereik} />
    </>
  );
}

function AardFormulier({ een, traject, bereik }: { een: Autonomie; traject: Traject; bereik: string }) {
  const [aard, zetAard] = useState<Aard | null>(een.aard ?? null);
  const [besluit, zetBesluit] = useState<string | null>(een.gemeentebesluit?.id ?? null);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BepaalAard, bereik), [
    "aard",
    "besluit",
  ]);
  const bewaar = async () => {
    const input = { id: een.id, verwachteVersie: een.versie, aard, besluit };
    if (await verstuur(input)) kondigAan("De aard is bewaard.");
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar de aard"}
    >
      <Keuze
        label="Aard"
        opties={(Object.keys(AARD) as Aard[]).map((id) => ({ id, naam: AARD[id] }))}
        leeg="nog niet bepaald"
        waarde={aard}
        opKies={(keuze) => zetAard(keuze as Aard | null)}
        fout={bij("aard")}
      />
      {een.over.__typename !== "Besluit" && (
        <Keuze
          label="Besluit dat gemeenten hierover nemen"
          opties={traject.besluiten}
          leeg="geen besluit"
          waarde={besluit}
          opKies={zetBesluit}
          fout={bij("besluit")}
        />
      )}
    </Formulier>
  );
}

function RegioFormulier({ een, bereik }: { een: Autonomie; bereik: string }) {
  const [op, zetOp] = useState(een.regionaalOp ?? "");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BesluitRegionaal, bereik), ["op"]);
  const bewaar = async () => {
    if (await verstuur({ id: een.id, verwachteVersie: een.versie, op: op || null }))
      kondigAan("Het besluit van de regio is bewaard.");
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Leg vast"}
    >
      <Veld
        label="De regio besloot op"
        soort="datum"
        min="2014-01-01"
        value={op}
        onChange={zetOp}
        hulp="Laat leeg als de regio nog niet besloot."
        fout={bij("op")}
      />
    </Formulier>
  );
}
