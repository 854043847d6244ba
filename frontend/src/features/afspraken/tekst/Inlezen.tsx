import { useRef, useState } from "react";
import { nieuwId } from "~/lib/id";
import { Dialoog } from "~/ui/Dialoog";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { stuurDocument, type Inlezing } from "./inlezen";
import stijl from "./Tekst.module.css";

type Props = { afspraak: string; opSluit: () => void; opIngelezen: (bestand: string) => void };

/** A Word document as the text: first what comes in and what does not, then it is taken over. */
export function Inlezen({ afspraak, opSluit, opIngelezen }: Props) {
  const kiezer = useRef<HTMLInputElement>(null);
  const [bestand, zetBestand] = useState<File>();
  const [inlezing, zetInlezing] = useState<Inlezing>();
  const [fout, zetFout] = useState<string>();
  const [bezig, zetBezig] = useState(false);
  // One id for one file: pressing twice, or trying again after a broken line, takes it over once.
  const [neem, zetNeem] = useState(nieuwId);

  const stuur = async (nieuw: File, overnemen?: string) => {
    zetBezig(true);
    const uitkomst = await stuurDocument(afspraak, nieuw, overnemen);
    zetBezig(false);
    zetFout("fout" in uitkomst ? uitkomst.fout : undefined);
    // What was seen stays in sight when taking over fails.
    if ("inlezing" in uitkomst) zetInlezing(uitkomst.inlezing);
    else if (!overnemen) zetInlezing(undefined);
    if ("inlezing" in uitkomst && uitkomst.inlezing.versie) {
      kondigAan(`‘${nieuw.name}’ is ingelezen.`);
      opIngelezen(nieuw.name);
      opSluit();
    }
  };
  const kies = (nieuw: File | undefined) => {
    if (!nieuw) return;
    zetBestand(nieuw);
    zetNeem(nieuwId());
    void stuur(nieuw);
  };
  return (
    <Dialoog titel="Word-bestand inlezen" open opSluit={opSluit}>
      <div className={stijl.inlezen}>
        <p>
          Kies een .docx. Koppen worden artikelen; alinea&apos;s, lijsten, tabellen, links, vet en cursief
          komen mee. Je ziet eerst wat er binnenkomt, dan pas neem je het over.
        </p>
        <div className={stijl.kop}>
          <input
            ref={kiezer}
            type="file"
            aria-label="Kies een Word-bestand"
            className="alleen-voorlezen"
            tabIndex={-1}
            accept=".docx"
            onChange={({ target }) => {
              kies(target.files?.[0]);
              target.value = "";
            }}
          />
          <Knop
            soort={inlezing ? "gewoon" : "vol"}
            isDisabled={bezig}
            autoFocus
            onPress={() => kiezer.current?.click()}
          >
            {bestand ? "Kies een ander bestand" : "Kies een bestand"}
          </Knop>
          {bestand && <span className={stijl.stil}>{bezig ? "Bezig met lezen…" : bestand.name}</span>}
        </div>
        {fout && <Melding soort="fout">{fout}</Melding>}
        {inlezing && (
          <>
            {inlezing.letOp.map((zin) => (
              <Melding key={zin} soort="info">
                {zin}
              </Melding>
            ))}
            {inlezing.verlies.length > 0 && (
              <Melding soort="let-op">
                Dit komt niet mee:
                <ul>
                  {inlezing.verlies.map((zin) => (
                    <li key={zin}>{zin}</li>
                  ))}
                </ul>
              </Melding>
            )}
            <section
              className={`${stijl.blad} ${stijl.voorbeeld}`}
              aria-label="Wat er binnenkomt"
              tabIndex={0}
            >
              {inlezing.artikelen.map(({ kop, html }) => (
                <div key={kop}>
                  <h3>{kop}</h3>
                  {/* Made by the hub, which escapes everything that is no mark-up of its own. */}
                  <div dangerouslySetInnerHTML={{ __html: html }} />
                </div>
              ))}
            </section>
            <div className={stijl.kop}>
              <Knop soort="vol" isDisabled={bezig} onPress={() => bestand && void stuur(bestand, neem)}>
                Neem over
              </Knop>
              <Knop onPress={opSluit}>Annuleren</Knop>
            </div>
          </>
        )}
      </div>
    </Dialoog>
  );
}
