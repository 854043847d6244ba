import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { bedragTekst } from "~/lib/bedrag";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useMutatie } from "~/realtime/useMutatie";
import { useInzending } from "~/realtime/useInzending";
import { Feiten } from "~/ui/Feiten";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { CelGeschiedenis } from "../besluiten/CelGeschiedenis";
import type { Meld } from "../bord/useMeldBezig";
import { useStand } from "../kader/stand";
import { useTraject } from "../kader/trajecten";
import { TrekBudgeteffectIn } from "../operations/trekBudgeteffectIn";
import {
  REGEL,
  REGEL_BRON,
  SOORT,
  standSoort,
  standTekst,
  type Effect,
  type Regel,
  type Traject,
} from "./budget";
import { EffectFormulier } from "./EffectFormulier";
import { concepten, RegelFormulier } from "./RegelFormulier";
import stijl from "./Budget.module.css";

type Props = {
  regel: Regel | undefined;
  traject: Traject;
  bereik: string;
  meldBezig: Meld;
  opSluit: () => void;
};

export function RegelPaneel({ regel, traject, bereik, meldBezig, opSluit }: Props) {
  const functie = traject.functies.find(({ id }) => id === regel?.functie.id);
  const rij = traject.budget.perGemeente.find(({ gemeente }) => gemeente?.id === regel?.gemeente.id);
  return (
    <Zijpaneel
      titel={regel && functie ? `${functie.naam} · ${rij?.gemeente?.naam} · ${regel.jaar}` : "Budget"}
      opSluit={opSluit}
    >
      {regel && functie ? (
        <Inhoud regel={regel} traject={traject} bereik={bereik} meldBezig={meldBezig} />
      ) : (
        <LeegStaat titel="Deze regel is er niet" actie={<Knop onPress={opSluit}>Terug naar het budget</Knop>}>
          Misschien hoort hij bij een ander jaar, of is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

const euro = (waarde: number | null | undefined) =>
  waarde === null || waarde === undefined ? null : bedragTekst(waarde);

function Inhoud({ regel, traject, bereik, meldBezig }: Omit<Props, "opSluit" | "regel"> & { regel: Regel }) {
  const stand = useStand();
  const [vorm, zetVorm] = useState<"lees" | "bewerk" | "effect">(() =>
    !stand && regel.id in concepten.lees() ? "bewerk" : "lees",
  );
  const klaar = () => zetVorm("lees");
  return (
    <div
      className={stijl.paneel}
      onFocus={() => vorm !== "lees" && meldBezig("BEWERKT", regel.id)}
      onBlur={() => vorm !== "lees" && meldBezig("KIJKT")}
    >
      {regel.budgetstand === "OVERSCHREDEN" && (
        <Melding soort="let-op">
          {standTekst(regel)}.
          <ul>
            {regel.oorzaken.map((oorzaak) => (
              <li key={oorzaak}>{oorzaak}</li>
            ))}
          </ul>
          {REGEL} ({REGEL_BRON}).
        </Melding>
      )}
      {vorm === "bewerk" && regel.magInvullen ? (
        <RegelFormulier regel={regel} bereik={bereik} opKlaar={klaar} />
      ) : vorm === "effect" && regel.magInvullen ? (
        <EffectFormulier regel={regel} traject={traject} bereik={bereik} opKlaar={klaar} />
      ) : (
        <>
          <Feiten
            feiten={[
              { naam: "Stand", waarde: <Status soort={standSoort(regel)}>{standTekst(regel)}</Status> },
              { naam: "Kader", waarde: euro(regel.kader) },
              { naam: "Begroting", waarde: euro(regel.begroting) },
              {
                naam: "Realisatie",
                waarde:
                  euro(regel.realisatie) &&
                  `${euro(regel.realisatie)}${regel.realisatieTot ? `, tot en met ${datumTekst(regel.realisatieTot)}` : ""}`,
              },
              { naam: "Prognose", waarde: euro(regel.prognose) },
              { naam: "Verwacht", waarde: euro(regel.verwacht) },
              { naam: "Verwacht met effecten", waarde: euro(regel.naEffecten) },
              { naam: "Ruimte in het kader", waarde: euro(regel.ruimte) },
              { naam: "Bron", waarde: regel.bron },
              {
                naam: "Zekerheid",
                waarde: (
                  <Status soort={regel.zeker ? "gereed" : "onbekend"}>
                    {regel.zeker ? "zeker" : "niet zeker"}
                  </Status>
                ),
              },
              {
                naam: "Laatst ingevuld",
                waarde: regel.gewijzigdOp
                  ? `${momentTekst(regel.gewijzigdOp)} door ${regel.gewijzigdDoor?.naam ?? "de hub"}`
                  : "Nog nooit",
              },
            ]}
          />
          {regel.magInvullen ? (
            <div className={stijl.knoppen}>
              <Knop soort="vol" onPress={() => zetVorm("bewerk")}>
                <IconPencil size={17} aria-hidden />
                Vul in
              </Knop>
              <Knop onPress={() => zetVorm("effect")}>
                <IconPlus size={17} aria-hidden />
                Effect toevoegen
              </Knop>
            </div>
          ) : stand ? null : (
            <Melding soort="info">
              Je kunt deze regel lezen, niet invullen. De accounthouder vult de eigen gemeente in, de
              kwartiermaker alle.
            </Melding>
          )}
        </>
      )}
      <Vak
        titel="Effecten van taken en besluiten"
        bij={regel.effecten.filter((een) => !een.ingetrokken).length}
      >
        {regel.effecten.length === 0 ? (
          <p className={stijl.stil}>Geen taak of besluit verandert iets aan deze regel.</p>
        ) : (
          <ul className={stijl.effecten}>
            {regel.effecten.map((effect) => (
              <EffectRegel key={effect.sleutel} effect={effect} mag={regel.magInvullen} bereik={bereik} />
            ))}
          </ul>
        )}
      </Vak>
      <CelGeschiedenis cel={regel.id} bereik={bereik} />
    </div>
  );
}

function EffectRegel({ effect, mag, bereik }: { effect: Effect; mag: boolean; bereik: string }) {
  const { adres } = useTraject();
  const { verstuur, bezig, algemeen } = useInzending(useMutatie(TrekBudgeteffectIn, bereik), []);
  const trek = async () => {
    const ingetrokken = !effect.ingetrokken;
    if (await verstuur({ effect: effect.sleutel, ingetrokken }))
      kondigAan(ingetrokken ? "Het effect telt niet meer mee." : "Het effect telt weer mee.");
  };
  const naam = effect.taak?.titel ?? effect.besluit?.naam ?? "Vervallen";
  return (
    <li data-weg={effect.ingetrokken || undefined}>
      <div>
        {effect.taak ? (
          <Link to={adres("takenbord", `taak/${effect.taak.id}`)}>{naam}</Link>
        ) : (
          <Link to={adres("besluiten")}>{naam}</Link>
        )}
        <span className={stijl.stil}>
          {effect.ingetrokken && "Telt niet mee: "}
          {effect.bedrag < 0 ? "levert op" : "kost"} {bedragTekst(Math.abs(effect.bedrag))}{" "}
          {SOORT[effect.soort]}, vanaf {effect.vanaf}
          {effect.toelichting && `. ${effect.toelichting}`}
        </span>
        {algemeen.map((bericht) => (
          <Melding key={bericht} soort="fout">
            {bericht}
          </Melding>
        ))}
      </div>
      {mag && (
        <Knop isDisabled={bezig} onPress={() => void trek()}>
          {effect.ingetrokken ? "Zet terug" : "Haal weg"}
          <span className="alleen-voorlezen">: {naam}</span>
        </Knop>
      )}
    </li>
  );
}
