import { Keuze, type Optie } from "./Keuze";
import { Knop } from "./Knop";
import stijl from "./Veld.module.css";

type Props = {
  label: string;
  erbij: string;
  alle: Optie[];
  gekozen: string[];
  opKies: (ids: string[]) => void;
  fout?: string;
};

/** What something is linked to, out of a long list: each can be taken away, and another added. */
export function Koppelingen({ label, erbij, alle, gekozen, opKies, fout }: Props) {
  return (
    <>
      {gekozen.length > 0 && (
        <ul className={stijl.gekozen} aria-label={label}>
          {gekozen.map((id) => (
            <li key={id}>
              <span>
                {label}: {alle.find((een) => een.id === id)?.naam ?? "…"}
              </span>
              <Knop onPress={() => opKies(gekozen.filter((een) => een !== id))}>Haal weg</Knop>
            </li>
          ))}
        </ul>
      )}
      <Keuze
        key={gekozen.length}
        label={erbij}
        zoekbaar
        opties={alle.filter(({ id }) => !gekozen.includes(id))}
        leeg="Geen"
        waarde={null}
        opKies={(id) => id && opKies([...gekozen, id])}
        fout={fout}
      />
    </>
  );
}
