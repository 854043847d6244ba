import { useState } from "react";
import { rolNaam } from "~/features/account/rollen";
import type { PersoonInBeheerFragment } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { NieuweRol } from "./NieuweRol";
import { GeefAanstelling, TrekAanstellingIn } from "./personen";

type Aanstelling = PersoonInBeheerFragment["aanstellingen"][number];
type Props = { persoon: PersoonInBeheerFragment; gemeenten: { id: string; naam: string }[] };
const voluit = ({ hubrol, gemeente, vervangt }: Aanstelling) =>
  [rolNaam(hubrol), gemeente?.naam, vervangt && `(vervanger van ${vervangt.naam})`].filter(Boolean).join(" ");

export function Rollen({ persoon, gemeenten }: Props) {
  const [nieuw, zetNieuw] = useState(false);
  const trekIn = useMutatie(TrekAanstellingIn);
  const geef = useMutatie(GeefAanstelling);

  async function geefTerug({ hubrol, gemeente, tot, vervangt }: Aanstelling) {
    const input = { persoon: persoon.id, hubrol, gemeente: gemeente?.id ?? null, tot };
    const uitkomst = await geef({ ...input, vervangt: vervangt?.id ?? null });
    if (!uitkomst.gelukt) meldToast(uitkomst.fouten[0]!.bericht);
  }
  async function neemWeg(aanstelling: Aanstelling) {
    const uitkomst = await trekIn({ id: aanstelling.id });
    if (!uitkomst.gelukt) return meldToast(uitkomst.fouten[0]!.bericht);
    meldToast(`${persoon.naam} is niet langer ${voluit(aanstelling)}.`, {
      naam: "Ongedaan maken",
      doe: () => void geefTerug(aanstelling),
    });
  }
  return (
    <Vak titel="Rollen" actie={!nieuw && <Knop onPress={() => zetNieuw(true)}>Rol geven</Knop>}>
      {nieuw && <NieuweRol persoon={persoon.id} gemeenten={gemeenten} opKlaar={() => zetNieuw(false)} />}
      {persoon.aanstellingen.length === 0 ? (
        <p>Deze persoon heeft geen rol en kan niets zien of wijzigen.</p>
      ) : (
        <Tabel
          bijschrift={`Rollen van ${persoon.naam}`}
          rijen={persoon.aanstellingen}
          sleutel={({ id }) => id}
          kolommen={[
            { kop: "Rol", isNaam: true, cel: voluit },
            { kop: "Vanaf", cel: ({ van }) => datumTekst(van) },
            { kop: "Tot", cel: ({ tot }) => (tot ? datumTekst(tot) : "geen einde") },
            {
              kop: "Actie",
              cel: (aanstelling) => (
                <Knop
                  onPress={() => void neemWeg(aanstelling)}
                  aria-label={`Rol ${voluit(aanstelling)} intrekken`}
                >
                  Intrekken
                </Knop>
              ),
            },
          ]}
        />
      )}
    </Vak>
  );
}
