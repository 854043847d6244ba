import { IconHelpCircle, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useMagHier } from "~/features/integratie/kader/stand";
import { useConcept } from "~/lib/concept";
import { datumTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { ELEMENT, SOORT, STAND, type Cel } from "../attribuut";
import stijl from "../Contracten.module.css";
import { Geschiedenis } from "../Geschiedenis";
import { VulCellenIn } from "../operations/vulCellenIn";
import { AttribuutFormulier } from "./AttribuutFormulier";
import { Opvragen } from "./Opvragen";
import type { Rijdata } from "./Rij";

type Props = { rij: Rijdata; cel: Cel | undefined; magInvullen: boolean; opSluit: () => void };

/** Everything about one cell: its value, where it comes from, who was asked, and what happened. */
export function CelPaneel({ rij, cel, magInvullen, opSluit }: Props) {
  const [vorm, zetVorm] = useState<"lees" | "bewerk" | "vraag" | "attribuut">("lees");
  const magTaak = useMagHier("TaakMaken");
  const klaar = () => zetVorm("lees");
  const vraag = cel?.vraag;
  const open = vraag && !vraag.beantwoordOp;
  return (
    <Zijpaneel titel={cel ? `${rij.naam} · ${cel.kolomnaam}` : rij.naam} opSluit={opSluit}>
      <div className={stijl.paneel}>
        {cel && vorm === "bewerk" && magInvullen ? (
          <CelFormulier rij={rij} cel={cel} opKlaar={klaar} />
        ) : cel && vorm === "vraag" ? (
          <Opvragen cellen={[cel]} opKlaar={klaar} />
        ) : vorm === "attribuut" ? (
          <AttribuutFormulier attribuut={rij} opKlaar={klaar} />
        ) : (
          <>
            {cel && (
              <Feiten
                feiten={[
                  { naam: "Waarde", waarde: cel.waarde },
                  { naam: "Toelichting", waarde: cel.toelichting || "geen" },
                  { naam: "Bron", waarde: cel.bron },
                  { naam: "Datum van de bron", waarde: cel.peildatum && datumTekst(cel.peildatum) },
                  {
                    naam: "Zekerheid",
                    waarde: (
                      <Status soort={cel.zeker ? "gereed" : "onbekend"}>
                        {cel.zeker ? "zeker" : "niet zeker"}
                      </Status>
                    ),
                  },
                ]}
              />
            )}
            {vraag && (
              <Melding soort={open ? (vraag.teLaat ? "let-op" : "info") : "gelukt"}>
                {open
                  ? `${vraag.eigenaar?.naam ?? "Iemand"} zoekt dit uit, antwoord voor ${datumTekst(vraag.antwoordVoor)}${vraag.teLaat ? " (te laat)" : ""}. `
                  : `Gevraagd op ${datumTekst(vraag.gevraagdOp)} en beantwoord op ${datumTekst(vraag.beantwoordOp!)}. `}
                <Link to={`/integratie/takenbord/taak/${vraag.taak}`}>Naar de taak</Link>
              </Melding>
            )}
            <div className={stijl.knoppen}>
              {cel && magInvullen && (
                <Knop soort="vol" onPress={() => zetVorm("bewerk")}>
                  <IconPencil size={17} aria-hidden />
                  Vul in met bron
                </Knop>
              )}
              {cel && !cel.waarde && !open && magTaak && (
                <Knop onPress={() => zetVorm("vraag")}>
                  <IconHelpCircle size={17} aria-hidden />
                  Vraag op
                </Knop>
              )}
              {rij.magWijzigen && <Knop onPress={() => zetVorm("attribuut")}>Wijzig het attribuut</Knop>}
            </div>
          </>
        )}
        <Vak titel="Het attribuut">
          <Feiten
            feiten={[
              { naam: "Sturingselement", waarde: ELEMENT[rij.element] },
              {
                naam: "Soort waarde",
                waarde: `${SOORT[rij.soort][0]}${rij.eenheid ? `, in ${rij.eenheid}` : ""}`,
              },
              {
                naam: "Domeinen",
                waarde: rij.domeinen.map(({ naam }) => naam).join(", ") || "alle domeinen",
              },
              { naam: "Toelichting", waarde: rij.toelichting || "geen" },
              {
                naam: "Hoe ver",
                waarde: (
                  <>
                    <Status soort={STAND[rij.stand][0]}>{STAND[rij.stand][1]}</Status>{" "}
                    <Link to={`/contracten/harmonisatie/attribuut/${rij.id}`}>Naar het besluit</Link>
                  </>
                ),
              },
            ]}
          />
          {rij.herkomst && <Herkomstregel herkomst={rij.herkomst} />}
        </Vak>
        <Geschiedenis soort="attribuut" id={rij.id} />
      </div>
    </Zijpaneel>
  );
}

const VELDEN = ["tekst", "toelichting", "bron", "peildatum", "zeker"].map((veld) => `cellen.0.${veld}`);

function CelFormulier({ rij, cel, opKlaar }: { rij: Rijdata; cel: Cel; opKlaar: () => void }) {
  const { waarden, botst, magBewaren, kiesEerst, wijzig, neemOver, houd } = useConcept({
    tekst: cel.waarde ?? "",
    toelichting: cel.toelichting,
    bron: cel.bron ?? "",
    peildatum: cel.peildatum ?? "",
    zeker: cel.zeker,
  });
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VulCellenIn, "contracten"), VELDEN);
  const bewaar = async () => {
    const invoer = { ...waarden, peildatum: waarden.peildatum || null };
    if (
      !magBewaren() ||
      !(await verstuur({ cellen: [{ id: cel.id, verwachteVersie: cel.versie, ...invoer }] }))
    )
      return;
    kondigAan("De cel is bewaard.");
    opKlaar();
  };
  const keuzes = rij.soort === "JA_NEE" ? ["ja", "nee"] : rij.soort === "KEUZE" ? rij.keuzes : undefined;
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[...algemeen, ...kiesEerst]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={opKlaar}
    >
      {botst && (
        <Botsing opNeemOver={neemOver} opHoud={houd}>
          {cel.gewijzigdDoor?.naam ?? "Een collega"} vulde deze cel in terwijl je typte. Er staat nu:{" "}
          {cel.waarde ?? "onbekend"}
          {cel.bron && `, volgens ${cel.bron}`}.
        </Botsing>
      )}
      {keuzes ? (
        <Keuze
          label="Waarde"
          leeg="Onbekend"
          opties={keuzes.map((keuze) => ({ id: keuze, naam: keuze }))}
          waarde={waarden.tekst || null}
          opKies={(tekst) => wijzig({ tekst: tekst ?? "" })}
          fout={bij("cellen.0.tekst")}
        />
      ) : (
        <Veld
          label="Waarde"
          hulp={`Schrijf ${SOORT[rij.soort][1]}${rij.eenheid ? `, in ${rij.eenheid}` : ""}. Leeg is onbekend.`}
          value={waarden.tekst}
          onChange={(tekst) => wijzig({ tekst })}
          fout={bij("cellen.0.tekst")}
        />
      )}
      <Veld
        label="Toelichting"
        soort="lang"
        regels={2}
        maxLength={2000}
        value={waarden.toelichting}
        onChange={(toelichting) => wijzig({ toelichting })}
        fout={bij("cellen.0.toelichting")}
      />
      <Veld
        label="Bron"
        maxLength={500}
        hulp="Waar blijkt dit uit?"
        value={waarden.bron}
        onChange={(bron) => wijzig({ bron })}
        fout={bij("cellen.0.bron")}
      />
      <Veld
        label="Datum van de bron"
        hulp="Een jaar, maand of dag: 2026, 2026-03 of 2026-03-15."
        value={waarden.peildatum}
        onChange={(peildatum) => wijzig({ peildatum })}
        fout={bij("cellen.0.peildatum")}
      />
      <Keuze
        label="Zekerheid"
        opties={[
          { id: "nee", naam: "Niet zeker" },
          { id: "ja", naam: "Zeker" },
        ]}
        hulp="Wat zeker is, heeft een bron en een datum."
        waarde={waarden.zeker ? "ja" : "nee"}
        opKies={(keuze) => wijzig({ zeker: keuze === "ja" })}
        fout={bij("cellen.0.zeker")}
      />
    </Formulier>
  );
}
