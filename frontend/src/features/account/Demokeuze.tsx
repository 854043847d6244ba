import { useEffect, useState } from "react";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { leesDemo, meldAanInDemo, type DemoPersoon } from "./aanmelden";
import { HUBROL_NAAM } from "./ik";
import stijl from "./Aanmelden.module.css";

const NOORD = ["Beesel", "Bergen", "Gennep", "Horst aan de Maas", "Peel en Maas", "Venlo", "Venray"];
const OOST = ["Echt-Susteren", "Maasgouw", "Roerdalen", "Roermond"];
const REGIOS = [
  { naam: "Noord-Limburg", hoort: (gemeente: string) => NOORD.includes(gemeente) },
  { naam: "Midden-Limburg Oost", hoort: (gemeente: string) => OOST.includes(gemeente) },
  {
    naam: "Midden-Limburg West",
    hoort: (gemeente: string) => !NOORD.includes(gemeente) && !OOST.includes(gemeente),
  },
];

/** One click to be somebody: only where the server offers it. */
export function Demokeuze({ opAangemeld }: { opAangemeld: () => void }) {
  const [personen, setPersonen] = useState<DemoPersoon[]>([]);
  const [fout, setFout] = useState<string>();
  useEffect(() => void leesDemo().then(setPersonen), []);
  if (personen.length === 0) return null;

  const kies = async (id: string) => {
    const [eerste] = await meldAanInDemo(id);
    if (eerste) setFout(eerste.bericht);
    else opAangemeld();
  };
  const rolNaam = (rol: string) => (HUBROL_NAAM as Record<string, string>)[rol] ?? rol;
  const knoppen = (lijst: DemoPersoon[], tekst: (persoon: DemoPersoon) => string) => (
    <div className={stijl.rollen}>
      {lijst.map((persoon) => (
        <Knop key={persoon.id} onPress={() => void kies(persoon.id)}>
          {tekst(persoon)}
        </Knop>
      ))}
    </div>
  );
  const bijGemeente = personen.filter(({ gemeente }) => gemeente !== null);
  return (
    <section className={stijl.demo}>
      <h2>Kies een rol</h2>
      <p>Dit is een demo. Kies wie je bent; je hebt geen wachtwoord nodig.</p>
      {fout && <Melding soort="fout">{fout}</Melding>}
      {knoppen(
        personen.filter(({ gemeente }) => gemeente === null),
        ({ hubrol }) => rolNaam(hubrol),
      )}
      <h3>Accounthouder van een gemeente</h3>
      {REGIOS.map(({ naam, hoort }) => (
        <div key={naam}>
          <h4>{naam}</h4>
          {knoppen(
            bijGemeente.filter(({ gemeente }) => hoort(gemeente!)),
            ({ gemeente, hubrol }) =>
              hubrol === "ACCOUNTHOUDER" ? gemeente! : `${rolNaam(hubrol)} ${gemeente}`,
          )}
        </div>
      ))}
    </section>
  );
}
