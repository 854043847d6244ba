import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import type { SessiesQuery as Antwoord } from "~/graphql/gen/graphql";
import { useWinkel } from "~/lib/winkel";
import { useAbonnement } from "~/realtime/abonnement";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { deelnames } from "~/sessie/passen";
import { meervoud } from "~/sessie/woorden";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Vinkje } from "~/ui/Vinkje";
import { MaakSessie } from "./operations/maakSessie";
import { SessiesAbonnement, SessiesQuery } from "./sessies";
import { Sessietabs } from "./Sessietabs";
import stijl from "./Sessies.module.css";

type Rij = Antwoord["sessies"][number];
const BEREIK = "sessies";
const STAND = {
  BEZIG: ["bezig", "nu bezig"],
  GEPLAND: ["open", "klaar om te beginnen"],
  AFGEROND: ["gereed", "afgerond"],
} as const;

export function SessiesPagina() {
  const context = useMemo(() => ({ bereik: BEREIK, requestPolicy: "cache-and-network" as const }), []);
  const [{ data, error }, lees] = useQuery({ query: SessiesQuery, context });
  const mag = useMag("SessiesLeiden");
  const [zoek, zetZoek] = useSearchParams();
  const nieuw = mag && zoek.has("nieuw");
  const zetNieuw = (open: boolean) => zetZoek(open ? { nieuw: "" } : {}, { replace: true });
  const opNaam = useWinkel(deelnames);
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik: BEREIK });
  useAbonnement({ document: SessiesAbonnement, bereik: BEREIK, positie: data?.positie, herlaad: opnieuw });
  const knop = mag && (
    <Knop soort="vol" onPress={() => zetNieuw(true)}>
      <IconPlus size={17} aria-hidden />
      Nieuwe sessie
    </Knop>
  );
  return (
    <Pagina titel="Sessies" tabs={<Sessietabs />}>
      {data ? (
        <div className={stijl.lijstpagina}>
          {opNaam.length > 0 && (
            <Melding soort="info">
              Op dit toestel deed je mee aan ‘{opNaam.at(-1)!.naam}’.{" "}
              <Link to="/sessies/op-naam">Zet wat je schreef op je naam</Link>
            </Melding>
          )}
          <Lijst
            titel="Nu en straks"
            rijen={data.sessies.filter(({ stand }) => stand !== "AFGEROND")}
            actie={knop}
          />
          <Lijst titel="Geweest" rijen={data.sessies.filter(({ stand }) => stand === "AFGEROND")} />
        </div>
      ) : error ? (
        <Foutstaat gebeurd="De sessies konden niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
      {nieuw && data && (
        <NieuweSessie
          sjablonen={data.sessiesjablonen}
          naar={zoek.get("nieuw")}
          opSluit={() => zetNieuw(false)}
        />
      )}
    </Pagina>
  );
}

function Lijst({ titel, rijen, actie }: { titel: string; rijen: Rij[]; actie?: React.ReactNode }) {
  return (
    <Vak titel={titel} bij={rijen.length} actie={actie}>
      {rijen.length === 0 ? (
        <LeegStaat titel="Nog geen sessie" actie={actie}>
          Zet een sessie klaar naar een sjabloon. Mensen doen mee op hun telefoon, zonder account.
        </LeegStaat>
      ) : (
        <Tabel
          bijschrift={`Sessies: ${titel.toLowerCase()}`}
          rijen={rijen}
          sleutel={({ id }) => id}
          kolommen={[
            {
              kop: "Sessie",
              isNaam: true,
              cel: ({ id, naam, stand }) => (
                <Link to={stand === "AFGEROND" ? `/sessies/${id}/verslag` : `/sessies/${id}`}>{naam}</Link>
              ),
            },
            {
              kop: "Stand",
              cel: ({ stand, aantalDeelnemers }) => (
                <Status soort={STAND[stand][0]}>
                  {STAND[stand][1]}
                  {stand === "BEZIG" && `, ${meervoud(aantalDeelnemers, "deelnemer", "deelnemers")}`}
                </Status>
              ),
            },
            {
              kop: "Wanneer",
              cel: ({ verleden, afgerondOp, stand }) =>
                verleden?.datum ??
                (afgerondOp
                  ? new Date(afgerondOp).toLocaleDateString("nl-NL")
                  : stand === "BEZIG"
                    ? "nu"
                    : "nog te houden"),
            },
            {
              kop: "Hoe",
              cel: ({ verleden, fasen }) => verleden?.vorm ?? fasen.map(({ naam }) => naam).join(" → "),
            },
            { kop: "Waarover", cel: ({ verleden, doel }) => verleden?.themas.join(", ") || doel },
            {
              kop: "Notities",
              cel: ({ notities, verleden }) => notities.length || (verleden ? "niet bewaard" : 0),
              getal: true,
            },
          ]}
        />
      )}
    </Vak>
  );
}

const LEEG = { naam: "", doel: "", sjabloon: "", anoniem: true, modereren: false };
type NieuwProps = { sjablonen: Antwoord["sessiesjablonen"]; naar: string | null; opSluit: () => void };

function NieuweSessie({ sjablonen, naar, opSluit }: NieuwProps) {
  const eerste = sjablonen.find(({ id }) => id === naar) ?? sjablonen[0];
  const [waarden, zet] = useState({ ...LEEG, sjabloon: eerste?.id ?? "" });
  const ga = useNavigate();
  const maak = useMutatie(MaakSessie);
  const { verstuur, bezig, bij, algemeen } = useInzending(maak, ["naam", "doel", "sjabloon"]);
  const gekozen = sjablonen.find(({ id }) => id === waarden.sjabloon);
  const bewaar = async () => {
    const gemaakt = await verstuur(waarden);
    if (gemaakt) void ga(`/sessies/${gemaakt.sessie?.id ?? ""}`);
  };
  return (
    <Dialoog titel="Nieuwe sessie" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig…" : "Zet klaar"}
        opAnnuleer={opSluit}
      >
        <Keuze
          label="Sjabloon"
          opties={sjablonen.map(({ id, naam, eigen }) => ({ id, naam: eigen ? `${naam} (van hier)` : naam }))}
          waarde={waarden.sjabloon}
          opKies={(sjabloon) => sjabloon && zet({ ...waarden, sjabloon })}
          hulp={
            gekozen &&
            `${gekozen.omschrijving} ${gekozen.fasen.map(({ naam }) => naam).join(" → ")}${gekozen.minuten ? `, samen ${gekozen.minuten} minuten` : ""}.`
          }
          fout={bij("sjabloon")}
        />
        <Veld
          label="Naam"
          isRequired
          maxLength={120}
          value={waarden.naam}
          onChange={(naam) => zet({ ...waarden, naam })}
          fout={bij("naam")}
        />
        <Veld
          label="Vraag"
          hulp="Wat ligt er op tafel? Dit staat op het scherm en op elke telefoon."
          soort="lang"
          regels={2}
          maxLength={500}
          value={waarden.doel}
          onChange={(doel) => zet({ ...waarden, doel })}
          fout={bij("doel")}
        />
        <Vinkje isSelected={waarden.anoniem} onChange={(anoniem) => zet({ ...waarden, anoniem })}>
          Anoniem: niemand kan zien wie wat schreef, ook de hub niet. Later wijzigen kan niet.
        </Vinkje>
        <Vinkje isSelected={waarden.modereren} onChange={(modereren) => zet({ ...waarden, modereren })}>
          Ik kijk elke notitie na voor zij op het bord komt.
        </Vinkje>
      </Formulier>
    </Dialoog>
  );
}
