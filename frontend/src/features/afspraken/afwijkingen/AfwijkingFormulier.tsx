import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { LegAfwijkingVast } from "../operations/legAfwijkingVast";
import { WijzigAfwijking } from "../operations/wijzigAfwijking";
import type { Afwijking } from "./afwijking";

type Props = {
  afspraak: string;
  afwijking: Afwijking | undefined;
  gemeenten: { id: string; naam: string }[];
  artikelen: { sleutel: string; kop: string }[];
  opKlaar: () => void;
};

/** A new deviation, or one that changes or ends. */
export function AfwijkingFormulier({ afspraak, afwijking, gemeenten, artikelen, opKlaar }: Props) {
  const personen = usePersonen();
  const [versie] = useState(afwijking?.versie ?? 0);
  const [waarden, zetWaarden] = useState({
    gemeente: gemeenten.length === 1 ? gemeenten[0]!.id : null,
    artikel: null as string | null,
    hier: afwijking?.hier ?? "",
    reden: afwijking?.reden ?? "",
    tot: afwijking?.tot ?? "",
    eigenaar: afwijking?.eigenaar?.id ?? null,
    beeindigdOp: afwijking?.beeindigdOp ?? "",
  });
  const zet = (nieuw: Partial<typeof waarden>) => zetWaarden((oud) => ({ ...oud, ...nieuw }));
  const leg = useMutatie(LegAfwijkingVast, "afspraken");
  const wijzig = useMutatie(WijzigAfwijking, "afspraken");
  const [mist, zetMist] = useState<string[]>([]);
  const stuur = async ({ gemeente, artikel, hier, reden, tot, eigenaar, beeindigdOp }: typeof waarden) => {
    const inhoud = { hier, reden, tot, eigenaar: eigenaar ?? "", beeindigdOp: beeindigdOp || null };
    return afwijking
      ? wijzig({ id: afwijking.id, verwachteVersie: versie, inhoud })
      : leg({ afspraak, gemeente: gemeente ?? "", artikel, inhoud });
  };
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, Object.keys(waarden));
  const bewaar = async () => {
    const leeg = (["gemeente", "tot", "eigenaar"] as const).filter(
      (veld) => !waarden[veld] && !(veld === "gemeente" && afwijking),
    );
    zetMist(leeg);
    if (leeg.length > 0 || !(await verstuur(waarden))) return;
    kondigAan("De afwijking is bewaard.");
    opKlaar();
  };
  const fout = (veld: string) => (mist.includes(veld) ? "Kies er een." : bij(veld));
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={opKlaar}
    >
      {!afwijking && (
        <>
          <Keuze
            label="Gemeente"
            opties={gemeenten}
            waarde={waarden.gemeente}
            opKies={(gemeente) => zet({ gemeente })}
            fout={fout("gemeente")}
          />
          <Keuze
            label="Artikel"
            opties={artikelen.map(({ sleutel, kop }) => ({ id: sleutel, naam: kop }))}
            leeg="De hele afspraak"
            waarde={waarden.artikel}
            opKies={(artikel) => zet({ artikel })}
            hulp="Van de laatste versie."
            fout={fout("artikel")}
          />
        </>
      )}
      <Veld
        label="Wat geldt hier in plaats daarvan?"
        isRequired
        soort="lang"
        maxLength={5000}
        value={waarden.hier}
        onChange={(hier) => zet({ hier })}
        fout={bij("hier")}
      />
      <Veld
        label="Waarom?"
        isRequired
        soort="lang"
        maxLength={2000}
        value={waarden.reden}
        onChange={(reden) => zet({ reden })}
        fout={bij("reden")}
      />
      <Veld
        label="Tot en met"
        isRequired
        soort="datum"
        value={waarden.tot}
        onChange={(tot) => zet({ tot })}
        hulp="Een afwijking eindigt altijd."
        fout={fout("tot")}
      />
      <Keuze
        label="Eigenaar"
        zoekbaar
        opties={personen}
        waarde={waarden.eigenaar}
        opKies={(eigenaar) => zet({ eigenaar })}
        hulp="Wie zorgt dat zij eindigt?"
        fout={fout("eigenaar")}
      />
      {afwijking && (
        <Veld
          label="Eerder geëindigd op"
          soort="datum"
          value={waarden.beeindigdOp}
          onChange={(beeindigdOp) => zet({ beeindigdOp })}
          hulp="Vanaf deze dag doet de gemeente wat er staat."
          fout={bij("beeindigdOp")}
        />
      )}
    </Formulier>
  );
}
