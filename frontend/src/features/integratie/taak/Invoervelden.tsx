import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Veld } from "~/ui/Veld";
import { useGemeenten, usePersonen } from "../keuzes";
import { Herhaalveld } from "./Herhaalveld";
import type { Veldnaam, Waarden } from "./velden";

type Props = {
  waarden: Waarden;
  opWijzig: <N extends Veldnaam>(veld: N, waarde: Waarden[N]) => void;
  functies: readonly { id: string; naam: string }[];
  fout: (veld: string) => string | undefined;
  /** Shown under a field, for example what a colleague made of it meanwhile. */
  bij?: (veld: Veldnaam) => React.ReactNode;
};

/** The fields of a task: the same for a new one and for one that is edited. */
export function Invoervelden({ waarden, opWijzig, functies, fout, bij = () => null }: Props) {
  const { gemeenten, snelkeuzes } = useGemeenten();
  const personen = usePersonen();
  return (
    <>
      <div>
        <Veld
          label="Titel"
          isRequired
          maxLength={200}
          value={waarden.titel}
          onChange={(titel) => opWijzig("titel", titel)}
          fout={fout("titel")}
        />
        {bij("titel")}
      </div>
      <div>
        <Veld
          label="Omschrijving"
          soort="lang"
          regels={5}
          maxLength={10_000}
          value={waarden.omschrijving}
          onChange={(tekst) => opWijzig("omschrijving", tekst)}
          hulp="Noem geen namen van cliënten en geen BSN."
          fout={fout("omschrijving")}
        />
        {bij("omschrijving")}
      </div>
      <div>
        <Keuze
          label="Functie"
          opties={[...functies]}
          leeg="Geen functie"
          waarde={waarden.functie}
          opKies={(id) => opWijzig("functie", id)}
          fout={fout("functie")}
        />
        {bij("functie")}
      </div>
      <div>
        <MeerKeuze
          label="Gemeenten"
          hulp="Kies niets als de taak over het geheel gaat."
          opties={gemeenten}
          snelkeuzes={snelkeuzes}
          waarde={waarden.gemeenten}
          opKies={(ids) => opWijzig("gemeenten", ids)}
          fout={fout("gemeenten")}
        />
        {bij("gemeenten")}
      </div>
      <div>
        <Keuze
          label="Eigenaar"
          zoekbaar
          opties={personen}
          leeg="Geen eigenaar"
          waarde={waarden.eigenaar}
          opKies={(id) => opWijzig("eigenaar", id)}
          fout={fout("eigenaar")}
        />
        {bij("eigenaar")}
      </div>
      <div>
        <Veld
          label="Vervaldatum"
          soort="datum"
          min="2014-01-01"
          value={waarden.vervaldatum ?? ""}
          onChange={(datum) => opWijzig("vervaldatum", datum || null)}
          fout={fout("vervaldatum")}
        />
        {bij("vervaldatum")}
      </div>
      <div>
        <Herhaalveld
          waarde={waarden.herhaling}
          opKies={(herhaling) => opWijzig("herhaling", herhaling)}
          fout={fout("herhaling")}
        />
        {bij("herhaling")}
      </div>
    </>
  );
}
