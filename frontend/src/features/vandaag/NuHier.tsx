import { useIk } from "~/features/account/ik";
import { Avatar } from "~/ui/Avatar";
import { useVerbinding } from "~/realtime/verbinding";
import { Vak } from "~/ui/Vak";
import { useNuHier } from "./nuHier";
import stijl from "./Vandaag.module.css";

export function NuHier() {
  const ik = useIk().persoon.id;
  const personen = useNuHier();
  const { omweg } = useVerbinding();
  const anderen = personen.filter(({ id }) => id !== ik);
  return (
    <Vak titel="Nu in de hub" bij={personen.length > 0 ? personen.length : undefined}>
      {anderen.length === 0 ? (
        <p className={stijl.stil}>
          {omweg
            ? "Wie er nu is, kun je niet zien: je verbinding gaat via een omweg."
            : "Je bent hier nu alleen. Collega’s die binnenkomen, zie je hier meteen."}
        </p>
      ) : (
        <ul className={stijl.mensen} aria-label="Nu in de hub">
          {anderen.map((persoon) => (
            <li key={persoon.id}>
              <Avatar persoon={persoon} klein />
              {persoon.naam}
            </li>
          ))}
        </ul>
      )}
    </Vak>
  );
}
