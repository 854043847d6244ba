import { useState } from "react";
import { datumTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { dagen } from "../besluiten/woorden";
import { useStand } from "../kader/stand";
import { MeldMijlpaalGereed } from "../operations/meldMijlpaalGereed";
import { VerplaatsMijlpaal } from "../operations/verplaatsMijlpaal";
import { Afhankelijkheden } from "./Afhankelijkheden";
import { MijlpaalBeheer } from "./MijlpaalBeheer";
import { MijlpaalGeschiedenis } from "./MijlpaalGeschiedenis";
import { wachttijdTekst } from "./Tabelvorm";
import type { Regel, Traject, Voorbeeld, Wens } from "./traject";
import stijl from "./Tijdlijn.module.css";

type Props = {
  id: string;
  traject: Traject;
  bereik: string;
  mag: boolean;
  wens: Wens | undefined;
  zetWens: (wens: Wens | undefined) => void;
  voorbeeld: Voorbeeld | null | undefined;
  opSluit: () => void;
};

export function MijlpaalPaneel(props: Props) {
  const { id, traject, opSluit } = props;
  const regel = traject.prognose.mijlpalen.find(({ mijlpaal }) => mijlpaal.id === id);
  return (
    <Zijpaneel titel={regel ? regel.mijlpaal.naam : "Mijlpaal"} opSluit={opSluit}>
      {regel ? (
        <Inhoud {...props} regel={regel} />
      ) : (
        <LeegStaat
          titel="Deze mijlpaal is er niet"
          actie={<Knop onPress={opSluit}>Terug naar de tijdlijn</Knop>}
        >
          Misschien is zij vervallen, of is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

/** What a move would do, before anything is saved. */
function Gevolgen({ voorbeeld, id }: { voorbeeld: Voorbeeld; id: string }) {
  const mee = voorbeeld.verschuivingen.filter(({ mijlpaal }) => mijlpaal.id !== id);
  const [nu, dan] = [voorbeeld.uitloopNu ?? 0, voorbeeld.uitloop ?? 0];
  if (voorbeeld.fouten.length > 0) return null;
  return (
    <section aria-label="Wat er gebeurt" aria-live="polite" className={stijl.gevolgen}>
      <p>
        <Status soort={dan > 0 ? "fout" : "gereed"}>
          {dan > nu
            ? `streefdatum schuift ${dagen(dan - nu)}`
            : dan < nu
              ? `${dagen(nu - dan)} ingelopen`
              : "streefdatum blijft gelijk"}
        </Status>
      </p>
      <p>{voorbeeld.uitleg}</p>
      {mee.length > 0 ? (
        <>
          <h3>Schuift mee</h3>
          <ul>
            {mee.map(({ mijlpaal, van, tot, later }) => (
              <li key={mijlpaal.id}>
                {mijlpaal.naam}: {van === tot ? datumTekst(van) : `${datumTekst(van)} – ${datumTekst(tot)}`} (
                {dagen(later)} later)
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Er schuift niets mee.</p>
      )}
      {voorbeeld.breuken.map((zin) => (
        <Melding key={zin} soort="let-op">
          {zin}
        </Melding>
      ))}
    </section>
  );
}

const VELDEN = ["van", "tot"];

function Inhoud({
  traject,
  regel,
  bereik,
  mag,
  wens,
  zetWens,
  voorbeeld,
  opSluit,
}: Props & { regel: Regel }) {
  const { mijlpaal, later, speling, kritiek } = regel;
  const stand = useStand();
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VerplaatsMijlpaal, bereik), VELDEN);
  // What stood there when one began to choose: somebody else may move it meanwhile.
  const [gezien, zetGezien] = useState({ van: mijlpaal.van, tot: mijlpaal.tot });
  const nu = wens ?? { id: mijlpaal.id, van: mijlpaal.van, tot: mijlpaal.tot };
  const anders = nu.van !== mijlpaal.van || nu.tot !== mijlpaal.tot;
  const botst = anders && (gezien.van !== mijlpaal.van || gezien.tot !== mijlpaal.tot);
  const vooraf = (veld: string) =>
    anders ? voorbeeld?.fouten.find((fout) => fout.veld === veld)?.bericht : undefined;
  const kies = (deel: Partial<Wens>) => {
    if (!wens) zetGezien({ van: mijlpaal.van, tot: mijlpaal.tot });
    zetWens({ ...nu, ...deel });
  };
  const bewaar = async () => {
    const antwoord = await verstuur({
      id: mijlpaal.id,
      verwachteVan: gezien.van,
      verwachteTot: gezien.tot,
      van: nu.van,
      tot: nu.tot,
    });
    if (!antwoord) return;
    kondigAan(`‘${mijlpaal.naam}’ is verplaatst.`);
    zetGezien({ van: nu.van, tot: nu.tot });
    zetWens(undefined);
  };
  return (
    <div className={stijl.paneel}>
      <Feiten
        feiten={[
          {
            naam: "Gepland",
            waarde:
              mijlpaal.van === mijlpaal.tot
                ? datumTekst(mijlpaal.van)
                : `${datumTekst(mijlpaal.van)} – ${datumTekst(mijlpaal.tot)}`,
          },
          {
            naam: "Verwacht",
            waarde: (
              <>
                {datumTekst(regel.tot)} {later > 0 && <Status soort="fout">{dagen(later)} later</Status>}
              </>
            ),
          },
          {
            naam: "Speling",
            waarde:
              speling === null || speling === undefined
                ? "Niets wacht hierop"
                : speling < 0
                  ? `${dagen(-speling)} te kort`
                  : dagen(speling),
          },
          { naam: "Kritiek pad", waarde: kritiek ? "Ja: loopt zij uit, dan schuift de streefdatum" : "Nee" },
          { naam: "Wie", waarde: mijlpaal.actoren.map(({ naam }) => naam).join(", ") || "Niet genoemd" },
          {
            naam: "Wacht op",
            waarde:
              mijlpaal.na
                .map(({ mijlpaal: voor, wachttijd }) => voor.naam + wachttijdTekst(wachttijd))
                .join("; ") || "Niets",
          },
        ]}
      />
      {mag && !mijlpaal.gereedOp && (
        <Vak titel="Verplaats">
          <Formulier
            opVerstuur={() => void bewaar()}
            fouten={algemeen}
            bezig={bezig}
            uit={!anders || (voorbeeld?.fouten.length ?? 0) > 0}
            knop={bezig ? "Bezig met verplaatsen…" : "Verplaats"}
            opAnnuleer={anders ? () => zetWens(undefined) : undefined}
          >
            {botst && (
              <Melding soort="let-op">
                Een collega verplaatste deze mijlpaal intussen.
                <Knop onPress={() => zetGezien({ van: mijlpaal.van, tot: mijlpaal.tot })}>
                  Ga uit van de nieuwe dagen
                </Knop>
              </Melding>
            )}
            <Veld
              label="Eerste dag"
              soort="datum"
              min="2014-01-01"
              value={nu.van}
              onChange={(van) => kies({ van })}
              fout={bij("van") ?? vooraf("van")}
            />
            <Veld
              label="Laatste dag"
              soort="datum"
              min="2014-01-01"
              value={nu.tot}
              onChange={(tot) => kies({ tot })}
              fout={bij("tot") ?? vooraf("tot")}
            />
            {anders && voorbeeld && <Gevolgen voorbeeld={voorbeeld} id={mijlpaal.id} />}
          </Formulier>
        </Vak>
      )}
      {mag && <Gehaald regel={regel} bereik={bereik} />}
      {mag && <Afhankelijkheden regel={regel} traject={traject} bereik={bereik} />}
      {mag && <MijlpaalBeheer mijlpaal={mijlpaal} bereik={bereik} opVervallen={opSluit} />}
      {!mag && !stand && (
        <Melding soort="info">De kwartiermaker verplaatst mijlpalen. Je kunt meekijken.</Melding>
      )}
      <MijlpaalGeschiedenis mijlpaal={mijlpaal.id} bereik={bereik} />
      {mijlpaal.herkomst && <Herkomstregel herkomst={mijlpaal.herkomst} />}
    </div>
  );
}

function Gehaald({ regel: { mijlpaal }, bereik }: { regel: Regel; bereik: string }) {
  const [op, zetOp] = useState("");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MeldMijlpaalGereed, bereik), ["op"]);
  const meld = async (dag: string | null) => {
    if (await verstuur({ id: mijlpaal.id, op: dag }))
      kondigAan(dag ? "De mijlpaal is gehaald." : "De melding is weg.");
  };
  return (
    <Vak titel="Gehaald">
      {mijlpaal.gereedOp ? (
        <div className={stijl.knoppen}>
          <Status soort="gereed">gehaald op {datumTekst(mijlpaal.gereedOp)}</Status>
          <Knop isDisabled={bezig} onPress={() => void meld(null)}>
            Toch niet gehaald
          </Knop>
        </div>
      ) : (
        <Formulier
          opVerstuur={() => void meld(op || null)}
          fouten={algemeen}
          bezig={bezig}
          uit={!op}
          knop={bezig ? "Bezig met bewaren…" : "Meld gehaald"}
        >
          <Veld
            label="Gehaald op"
            soort="datum"
            min="2014-01-01"
            value={op}
            onChange={zetOp}
            fout={bij("op")}
          />
        </Formulier>
      )}
    </Vak>
  );
}
