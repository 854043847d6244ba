import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Rondjes } from "~/ui/Rondjes";
import { Veld } from "~/ui/Veld";
import { StartRonde } from "../operations/startRonde";
import { ZetRondeFase } from "../operations/zetRondeFase";
import { FASE, NAAR, type Ronde } from "./ronde";

type StartProps = {
  afspraak: string;
  versies: { id: string; nummer: number; naam: string }[];
  signalen: { id: string; tekst: string }[];
  opSluit: () => void;
};
const DELEN = [
  { id: "100", naam: "Iedereen" },
  { id: "75", naam: "Driekwart" },
  { id: "50", naam: "De helft" },
];

export function RondeStart({ afspraak, versies, signalen, opSluit }: StartProps) {
  const [waarden, zetWaarden] = useState({
    versie: versies[0]?.id ?? "",
    voorstel: "",
    deadline: "",
    deel: 100,
    signalen: [] as string[],
  });
  const zet = (nieuw: Partial<typeof waarden>) => zetWaarden((oud) => ({ ...oud, ...nieuw }));
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(StartRonde, "afspraken"),
    Object.keys(waarden),
  );
  const [zonderDag, zetZonderDag] = useState(false);
  const start = async () => {
    zetZonderDag(!waarden.deadline);
    if (!waarden.deadline || !(await verstuur({ afspraak, ...waarden }))) return;
    kondigAan("De ronde is gestart.");
    opSluit();
  };
  return (
    <Dialoog titel="Start een ronde" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void start()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met starten…" : "Start de ronde"}
        opAnnuleer={opSluit}
      >
        <Keuze
          label="Versie die voorligt"
          opties={versies.map(({ id, nummer, naam }) => ({ id, naam: `${nummer}. ${naam}` }))}
          waarde={waarden.versie}
          opKies={(versie) => versie && zet({ versie })}
          fout={bij("versie")}
        />
        <Veld
          label="Voorstel"
          isRequired
          soort="lang"
          maxLength={5000}
          value={waarden.voorstel}
          onChange={(voorstel) => zet({ voorstel })}
          hulp="Wat leg je voor, en waarom?"
          fout={bij("voorstel")}
        />
        <Veld
          label="Tekenen tot en met"
          isRequired
          soort="datum"
          value={waarden.deadline}
          onChange={(deadline) => zet({ deadline })}
          fout={zonderDag ? "Kies een dag." : bij("deadline")}
        />
        <Keuze
          label="Wie moet akkoord zijn?"
          opties={DELEN}
          waarde={String(waarden.deel)}
          opKies={(deel) => deel && zet({ deel: Number(deel) })}
          hulp="Een bezwaar houdt de ronde altijd tegen."
          fout={bij("deel")}
        />
        {signalen.length > 0 && (
          <MeerKeuze
            label="Komt dit voorstel uit signalen?"
            opties={signalen.map(({ id, tekst }) => ({ id, naam: tekst }))}
            waarde={waarden.signalen}
            opKies={(ids) => zet({ signalen: ids })}
            fout={bij("signalen")}
          />
        )}
      </Formulier>
    </Dialoog>
  );
}

type FaseProps = { ronde: Ronde; naar: Ronde["fase"]; opSluit: () => void };

export function RondeFaseDialoog({ ronde, naar, opSluit }: FaseProps) {
  const [tot, zetTot] = useState("");
  const [toelichting, zetToelichting] = useState("");
  const [uitkomst, zetUitkomst] = useState(ronde.telling.gehaald ? "ja" : "nee");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(ZetRondeFase, "afspraken"), [
    "tot",
    "toelichting",
    "aangenomen",
  ]);
  const sluit = naar === "GESLOTEN";
  const zet = async () => {
    const aangenomen = sluit && uitkomst === "ja";
    const { id, nummer: verwachteVersie } = ronde;
    if (!(await verstuur({ id, verwachteVersie, naar, tot: tot || null, aangenomen, toelichting }))) return;
    kondigAan(`De ronde is nu in de fase ${FASE[naar]}.`);
    opSluit();
  };
  return (
    <Dialoog titel={NAAR[naar]} open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void zet()}
        fouten={[...algemeen, ...(bij("aangenomen") ? [bij("aangenomen")!] : [])]}
        bezig={bezig}
        knop={NAAR[naar]}
        opAnnuleer={opSluit}
      >
        {sluit ? (
          <Rondjes
            label="Hoe eindigt de ronde?"
            opties={[
              { id: "ja", naam: "De versie is aangenomen" },
              { id: "nee", naam: "Er is geen akkoord" },
            ]}
            waarde={uitkomst}
            opKies={zetUitkomst}
          />
        ) : (
          <Veld
            label="Deze fase duurt tot en met"
            soort="datum"
            value={tot}
            onChange={zetTot}
            hulp="Laat leeg als dat niet afgesproken is."
            fout={bij("tot")}
          />
        )}
        <Veld
          label="Toelichting"
          soort="lang"
          isRequired={sluit && uitkomst === "nee"}
          maxLength={2000}
          value={toelichting}
          onChange={zetToelichting}
          fout={bij("toelichting")}
        />
      </Formulier>
    </Dialoog>
  );
}
