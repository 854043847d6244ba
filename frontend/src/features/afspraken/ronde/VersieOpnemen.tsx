import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { NeemVersieOp } from "../operations/neemVersieOp";
import type { Ronde } from "./ronde";

type Props = { ronde: Ronde; versies: { id: string; nummer: number; naam: string }[] };

/** When there is a later version: put it before those who sign. */
export function VersieOpnemen({ ronde, versies }: Props) {
  const { verstuur, bezig, algemeen } = useInzending(useMutatie(NeemVersieOp, "afspraken"), []);
  const nieuwste = versies.reduce<(typeof versies)[number] | undefined>(
    (tot, een) => (!tot || een.nummer > tot.nummer ? een : tot),
    undefined,
  );
  if (!nieuwste || nieuwste.nummer <= ronde.versie.nummer || ronde.fase === "GESLOTEN") return null;
  const neemOp = async () => {
    const { id, nummer: verwachteVersie } = ronde;
    if (await verstuur({ id, verwachteVersie, versie: nieuwste.id }))
      kondigAan("De nieuwe versie ligt voor.");
  };
  return (
    <Melding soort="info">
      Er is een latere versie: {nieuwste.nummer}. {nieuwste.naam}. Wie al tekende, wordt alleen gevraagd naar
      wat anders werd.{" "}
      <Knop isDisabled={bezig} onPress={() => void neemOp()}>
        Leg versie {nieuwste.nummer} voor
      </Knop>
      {algemeen.map((bericht) => (
        <p key={bericht}>{bericht}</p>
      ))}
    </Melding>
  );
}
