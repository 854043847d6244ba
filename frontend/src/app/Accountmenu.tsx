import { useNavigate } from "react-router";
import { useIk } from "~/features/account/ik";
import { meldAf } from "~/features/account/aanmelden";
import { kiesThema, useThema, type Thema } from "~/theme/thema";
import { Avatar } from "~/ui/Avatar";
import { IconKnop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";

const THEMAS: [Thema, string][] = [
  ["systeem", "Kleuren: zoals het systeem"],
  ["licht", "Kleuren: licht"],
  ["donker", "Kleuren: donker"],
];

export function Accountmenu() {
  const { persoon } = useIk();
  const ga = useNavigate();
  const thema = useThema();
  const kies = (id: string) => {
    if (id === "account") void ga("/account");
    else if (id === "begrippen") void ga("/begrippen");
    else if (id === "afmelden") void meldAf();
    else kiesThema(id as Thema);
  };
  return (
    <Menu
      naam="Account"
      knop={
        <IconKnop naam={`Account van ${persoon.naam}`}>
          <Avatar persoon={persoon} />
        </IconKnop>
      }
      regels={[
        { id: "account", naam: `Mijn account · ${persoon.naam}` },
        { id: "begrippen", naam: "Begrippen: wat de woorden betekenen" },
        ...THEMAS.map(([id, naam]) => ({
          id,
          naam: thema === id ? `✓ ${naam}` : naam,
          tekst: naam,
          gekozen: thema === id,
        })),
        { id: "afmelden", naam: "Afmelden" },
      ]}
      opKies={kies}
    />
  );
}
