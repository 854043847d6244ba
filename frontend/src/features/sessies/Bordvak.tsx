import { useState } from "react";
import { useQuery } from "urql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Bord, Voorstel, type Bordacties } from "./Bord";
import { BeoordeelNotitie } from "./operations/beoordeelNotitie";
import { HefGroepOp } from "./operations/hefGroepOp";
import { HernoemGroep } from "./operations/hernoemGroep";
import { MaakGroep } from "./operations/maakGroep";
import { VerplaatsNotitie } from "./operations/verplaatsNotitie";
import { OpbrengstDialoog, type Bron } from "./OpbrengstDialoog";
import { bereikVan, opHetBord, VoorstellenQuery, type Fase, type Sessie } from "./sessies";
import { useDoe } from "./useDoe";

type Props = { sessie: Sessie; fase: Fase | undefined; kan: boolean };

/** The board in the console: drag, or the menu of a note. */
export function Bordvak({ sessie, fase, kan }: Props) {
  const bereik = bereikVan(sessie.id);
  const verplaats = useDoe(VerplaatsNotitie, bereik);
  const maakGroep = useDoe(MaakGroep, bereik);
  const hefOp = useDoe(HefGroepOp, bereik);
  const beoordeel = useDoe(BeoordeelNotitie, bereik);
  const [bron, zetBron] = useState<Bron>();
  const [hernoemt, zetHernoemt] = useState<Sessie["groepen"][number]>();
  const toonVoorstellen = kan && !!fase?.getoond;
  const [{ data }] = useQuery({
    query: VoorstellenQuery,
    variables: { id: sessie.id },
    pause: !toonVoorstellen,
  });
  if (!fase?.begonnen) return null;
  const notitie = (id: string) => opHetBord(sessie).find((een) => een.id === id);
  const acties: Bordacties | undefined = kan
    ? {
        verplaats: (id, groep) => void verplaats({ notitie: id, groep }, "De notitie is verplaatst."),
        voegSamen: (id, met) =>
          void maakGroep(
            { sessie: sessie.id, naam: met.tekst.slice(0, 120), notities: [id, met.id] },
            "De notities staan bij elkaar.",
          ),
        hernoem: zetHernoemt,
        hefOp: (groep) => void hefOp({ groep }, "De groep is uit elkaar."),
        legVast: zetBron,
        laatWeg: (id) => void beoordeel({ notitie: id, tonen: "WEGLATEN" }),
      }
    : undefined;
  // Those of which a note has been grouped since are no longer of use.
  const voorstellen = (data?.sessie?.voorstellen ?? []).filter(({ notities }) =>
    notities.every((id) => notitie(id)?.groep === null),
  );
  return (
    <Vak titel={`Bord: ${fase.naam}`} bij={opHetBord(sessie).length}>
      {toonVoorstellen &&
        voorstellen.map(({ naam, notities }) => (
          <Voorstel
            key={notities.join()}
            naam={naam}
            aantal={notities.length}
            opNeem={() => void maakGroep({ sessie: sessie.id, naam: naam.slice(0, 120), notities })}
          />
        ))}
      <Bord sessie={sessie} fase={fase} acties={acties} />
      {bron && <OpbrengstDialoog sessie={sessie} bron={bron} opSluit={() => zetBron(undefined)} />}
      {hernoemt && <Hernoem groep={hernoemt} bereik={bereik} opSluit={() => zetHernoemt(undefined)} />}
    </Vak>
  );
}

type HernoemProps = { groep: Sessie["groepen"][number]; bereik: string; opSluit: () => void };
function Hernoem({ groep, bereik, opSluit }: HernoemProps) {
  const [naam, zetNaam] = useState(groep.naam);
  const hernoem = useMutatie(HernoemGroep, bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(hernoem, ["naam"]);
  return (
    <Dialoog titel="Een andere naam voor de groep" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void verstuur({ groep: groep.id, naam }).then((klaar) => klaar && opSluit())}
        fouten={algemeen}
        bezig={bezig}
        knop="Bewaar"
        opAnnuleer={opSluit}
      >
        <Veld label="Naam" isRequired maxLength={120} value={naam} onChange={zetNaam} fout={bij("naam")} />
      </Formulier>
    </Dialoog>
  );
}
