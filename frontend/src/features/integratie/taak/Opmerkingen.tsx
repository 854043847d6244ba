import { useState } from "react";
import { momentTekst } from "~/lib/datum";
import { naarInvoer, naarOpslag } from "~/lib/vermelding";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Avatar } from "~/ui/Avatar";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Opmerkingtekst } from "~/ui/Opmerkingtekst";
import { Opmerkingveld, type Invoer } from "~/ui/Opmerkingveld";
import { Vak } from "~/ui/Vak";
import { usePersonen, type PersoonKeuze } from "../keuzes";
import { HerstelOpmerking } from "../operations/herstelOpmerking";
import { PlaatsOpmerking } from "../operations/plaatsOpmerking";
import { VerwijderOpmerking } from "../operations/verwijderOpmerking";
import { WijzigOpmerking } from "../operations/wijzigOpmerking";
import type { Taak } from "./useTaak";
import stijl from "./Taak.module.css";

type Opmerking = Taak["opmerkingen"][number];
const LEEG: Invoer = { tekst: "", vermelde: [] };

type Props = { taak: Taak; bereik: string; magPlaatsen: boolean };

export function Opmerkingen({ taak, bereik, magPlaatsen }: Props) {
  const personen = usePersonen();
  const { opmerkingen } = taak;
  return (
    <Vak titel="Opmerkingen" bij={opmerkingen.length || undefined}>
      {opmerkingen.length === 0 && <p className={stijl.stil}>Er zijn nog geen opmerkingen.</p>}
      {opmerkingen.length > 0 && (
        <ol className={stijl.lijst} aria-label="Opmerkingen">
          {[...opmerkingen]
            .sort((a, b) => (a.op < b.op ? -1 : 1))
            .map((opmerking) => (
              <Regel key={opmerking.id} opmerking={opmerking} bereik={bereik} personen={personen} />
            ))}
        </ol>
      )}
      {magPlaatsen && <Plaatsen taak={taak.id} bereik={bereik} personen={personen} />}
    </Vak>
  );
}

function Regel({
  opmerking,
  bereik,
  personen,
}: {
  opmerking: Opmerking;
  bereik: string;
  personen: PersoonKeuze[];
}) {
  const [wijzigt, zetWijzigt] = useState(false);
  const verwijder = useMutatie(VerwijderOpmerking, bereik);
  const herstel = useMutatie(HerstelOpmerking, bereik);
  const { door } = opmerking;
  const weg = async () => {
    const uitkomst = await verwijder({ id: opmerking.id });
    if (!uitkomst.gelukt) return meldToast(uitkomst.fouten[0]!.bericht);
    meldToast("De opmerking is verwijderd.", {
      naam: "Ongedaan maken",
      doe: () =>
        void herstel({ id: opmerking.id }).then((weer) => {
          if (!weer.gelukt) meldToast(weer.fouten[0]!.bericht);
        }),
    });
  };
  return (
    <li className={stijl.opmerking}>
      {door && <Avatar persoon={door} klein />}
      <div className={stijl.inhoud}>
        <p className={stijl.wie}>
          <strong>{door?.naam ?? "De hub"}</strong>{" "}
          <time dateTime={opmerking.op}>{momentTekst(opmerking.op)}</time>
          {opmerking.gewijzigdOp && ` · gewijzigd ${momentTekst(opmerking.gewijzigdOp)}`}
        </p>
        {wijzigt ? (
          <Wijzigen
            opmerking={opmerking}
            bereik={bereik}
            personen={personen}
            opKlaar={() => zetWijzigt(false)}
          />
        ) : (
          <Opmerkingtekst tekst={opmerking.tekst} />
        )}
        {opmerking.magWijzigen && !wijzigt && (
          <div className={stijl.knoppen}>
            <Knop soort="stil" onPress={() => zetWijzigt(true)}>
              Wijzig<span className="alleen-voorlezen"> deze opmerking</span>
            </Knop>
            <Knop soort="stil" onPress={() => void weg()}>
              Verwijder<span className="alleen-voorlezen"> deze opmerking</span>
            </Knop>
          </div>
        )}
      </div>
    </li>
  );
}

type InvoerProps = { bereik: string; personen: PersoonKeuze[] };

function Wijzigen({
  opmerking,
  bereik,
  personen,
  opKlaar,
}: InvoerProps & { opmerking: Opmerking; opKlaar: () => void }) {
  const [invoer, zetInvoer] = useState<Invoer>(() => naarInvoer(opmerking.tekst));
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigOpmerking, bereik), ["tekst"]);
  const bewaar = async () => {
    const tekst = naarOpslag(invoer.tekst, invoer.vermelde);
    if (!bezig && (tekst === opmerking.tekst || (await verstuur({ id: opmerking.id, tekst })))) opKlaar();
  };
  return (
    <div className={stijl.invoer}>
      <Opmerkingveld
        label="Wijzig de opmerking"
        autoFocus
        invoer={invoer}
        opWijzig={zetInvoer}
        personen={personen}
        fout={bij("tekst") ?? algemeen[0]}
        opVerstuur={() => void bewaar()}
      />
      <div className={stijl.knoppen}>
        <Knop isDisabled={bezig} onPress={() => void bewaar()}>
          Bewaar
        </Knop>
        <Knop soort="stil" onPress={opKlaar}>
          Annuleren
        </Knop>
      </div>
    </div>
  );
}

function Plaatsen({ taak, bereik, personen }: InvoerProps & { taak: string }) {
  const [invoer, zetInvoer] = useState<Invoer>(LEEG);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(PlaatsOpmerking, bereik), ["tekst"]);
  const plaats = async () => {
    const tekst = naarOpslag(invoer.tekst.trim(), invoer.vermelde);
    if (!bezig && tekst && (await verstuur({ taak, tekst }))) zetInvoer(LEEG);
  };
  return (
    <div className={stijl.invoer}>
      <Opmerkingveld
        label="Schrijf een opmerking"
        invoer={invoer}
        opWijzig={zetInvoer}
        personen={personen}
        fout={bij("tekst") ?? algemeen[0]}
        opVerstuur={() => void plaats()}
      />
      <div className={stijl.knoppen}>
        <Knop isDisabled={bezig || !invoer.tekst.trim()} onPress={() => void plaats()}>
          {bezig ? "Bezig met plaatsen…" : "Plaats opmerking"}
        </Knop>
      </div>
    </div>
  );
}
