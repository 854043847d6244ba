import { useState } from "react";
import { useIk } from "~/features/account/ik";
import { usePersonen } from "~/features/integratie/keuzes";
import type { OndertekenOordeel } from "~/graphql/gen/graphql";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Rondjes } from "~/ui/Rondjes";
import { Status } from "~/ui/Status";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { PARTIJ } from "../afspraak";
import { Onderteken } from "../operations/onderteken";
import { TrekHandtekeningIn } from "../operations/trekHandtekeningIn";
import stijl from "../Afspraken.module.css";
import { OORDELEN, STAND, tekent, type Handtekening, type Ronde } from "./ronde";

type Props = { ronde: Ronde; handtekening: Handtekening; opSluit: () => void };

export function TekenPaneel({ ronde, handtekening, opSluit }: Props) {
  const [tekenen, zetTekenen] = useState(false);
  const { gemeente, partij, stand, openArtikelen } = handtekening;
  const intrekken = useInzending(useMutatie(TrekHandtekeningIn, "afspraken"), []);
  const [soort, woord] = STAND[stand];
  const kop = (sleutel: string) =>
    ronde.versie.artikelen.find((een) => een.sleutel === sleutel)?.kop ?? sleutel;
  const kan = handtekening.magTekenen && tekent(ronde.fase);
  const trekIn = async () => {
    if (await intrekken.verstuur({ id: handtekening.id })) kondigAan("De handtekening is ingetrokken.");
  };
  return (
    <Zijpaneel titel={`${gemeente?.naam ?? "Hele regio"} · ${PARTIJ[partij]}`} opSluit={opSluit}>
      <div className={stijl.paneel}>
        {tekenen && kan ? (
          <TekenFormulier ronde={ronde} handtekening={handtekening} opKlaar={() => zetTekenen(false)} />
        ) : (
          <>
            {stand === "HEROPEND" && (
              <Melding soort="let-op">
                Sinds de handtekening is dit veranderd:{" "}
                {openArtikelen
                  .map((een) => (een.vervallen ? `${een.kop} (uit de tekst gehaald)` : een.kop))
                  .join(", ")}
                . Alleen dat vraagt om een nieuw oordeel.
              </Melding>
            )}
            <Feiten
              feiten={[
                { naam: "Stand", waarde: <Status soort={soort}>{woord}</Status> },
                ...(handtekening.oordeel
                  ? [
                      { naam: "Reden", waarde: handtekening.reden || "niet gezegd" },
                      ...(handtekening.artikelen.length > 0
                        ? [{ naam: "Gaat over", waarde: handtekening.artikelen.map(kop).join(", ") }]
                        : []),
                      {
                        naam: "Getekend door",
                        waarde: `${handtekening.door?.naam ?? "iemand"}${
                          handtekening.namens ? `, namens ${handtekening.namens.naam}` : ""
                        }`,
                      },
                      { naam: "Hoedanigheid", waarde: handtekening.hoedanigheid },
                      { naam: "Wanneer", waarde: handtekening.op && momentTekst(handtekening.op) },
                      {
                        naam: "Onder versie",
                        waarde: `${handtekening.versie?.nummer} (hash ${handtekening.hash?.slice(0, 12)})`,
                      },
                    ]
                  : []),
              ]}
            />
            {intrekken.algemeen.map((bericht) => (
              <Melding key={bericht} soort="fout">
                {bericht}
              </Melding>
            ))}
            {kan ? (
              <div className={stijl.knoppen}>
                <Knop soort="vol" onPress={() => zetTekenen(true)}>
                  {handtekening.oordeel ? "Teken opnieuw" : "Teken"}
                </Knop>
                {handtekening.oordeel && <Knop onPress={() => void trekIn()}>Trek in</Knop>}
              </div>
            ) : (
              <p className={stijl.stil}>
                {handtekening.magTekenen
                  ? "Tekenen kan vanaf de fase bezwaren, tot de ronde sluit."
                  : "Hier tekent de accounthouder van de gemeente, of iemand namens die persoon."}
              </p>
            )}
          </>
        )}
      </div>
    </Zijpaneel>
  );
}

function TekenFormulier({
  ronde,
  handtekening,
  opKlaar,
}: {
  ronde: Ronde;
  handtekening: Handtekening;
  opKlaar: () => void;
}) {
  const ik = useIk();
  const personen = usePersonen();
  const [versie] = useState(ronde.versie);
  const [waarden, zetWaarden] = useState({
    oordeel: (handtekening.oordeel ?? "AKKOORD") as OndertekenOordeel,
    reden: handtekening.reden,
    artikelen: [] as string[],
    hoedanigheid: handtekening.hoedanigheid,
    namens: null as string | null,
  });
  const zet = (nieuw: Partial<typeof waarden>) => zetWaarden((oud) => ({ ...oud, ...nieuw }));
  const eigen =
    !handtekening.gemeente ||
    ik.persoon.aanstellingen.some(({ gemeente }) => gemeente?.id === handtekening.gemeente?.id);
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(Onderteken, "afspraken"),
    Object.keys(waarden),
  );
  const teken = async () => {
    if (!(await verstuur({ id: handtekening.id, versie: versie.id, ...waarden }))) return;
    kondigAan("Je handtekening staat.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void teken()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met tekenen…" : `Teken onder versie ${versie.nummer}`}
      opAnnuleer={opKlaar}
    >
      <Rondjes
        label="Wat vind je van deze versie?"
        opties={OORDELEN}
        waarde={waarden.oordeel}
        opKies={(oordeel) => zet({ oordeel: oordeel as OndertekenOordeel })}
      />
      {bij("oordeel") && <Melding soort="fout">{bij("oordeel")}</Melding>}
      {waarden.oordeel === "BEZWAAR" && (
        <MeerKeuze
          label="Over welke artikelen?"
          hulp="Geen gekozen: je bezwaar gaat over de hele tekst."
          opties={versie.artikelen.map(({ sleutel, kop }) => ({ id: sleutel, naam: kop }))}
          waarde={waarden.artikelen}
          opKies={(artikelen) => zet({ artikelen })}
          fout={bij("artikelen")}
        />
      )}
      <Veld
        label="Reden"
        isRequired={waarden.oordeel === "BEZWAAR"}
        soort="lang"
        maxLength={2000}
        value={waarden.reden}
        onChange={(reden) => zet({ reden })}
        fout={bij("reden")}
      />
      <Veld
        label="Hoedanigheid"
        isRequired
        maxLength={120}
        value={waarden.hoedanigheid}
        onChange={(hoedanigheid) => zet({ hoedanigheid })}
        hulp="In welke rol teken je? Bijvoorbeeld teamleider toegang."
        fout={bij("hoedanigheid")}
      />
      {!eigen && (
        <Keuze
          label="Namens wie teken je?"
          zoekbaar
          opties={personen.filter(({ id }) => id !== ik.persoon.id)}
          waarde={waarden.namens}
          opKies={(namens) => zet({ namens })}
          hulp="Je hoort niet bij deze gemeente: beide namen komen in het logboek."
          fout={bij("namens")}
        />
      )}
    </Formulier>
  );
}
