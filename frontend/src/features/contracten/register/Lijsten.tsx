import type { Bekostigingsvorm } from "~/graphql/gen/graphql";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Veld } from "~/ui/Veld";
import { BEKOSTIGINGEN } from "../contract";
import stijl from "../Contracten.module.css";
import type { Waarden } from "./concept";
import { Lijst } from "./Lijst";

type Props = { waarden: Waarden; wijzig: (deel: Partial<Waarden>) => void; fout: string | undefined };

export function Opties({ waarden, wijzig, fout }: Props) {
  return (
    <>
      <Keuze
        label="Opties om te verlengen"
        opties={[
          { id: "onbekend", naam: "Onbekend" },
          { id: "bekend", naam: "Bekend: hieronder, of er zijn er geen" },
        ]}
        waarde={waarden.optiesBekend ? "bekend" : "onbekend"}
        opKies={(keuze) => wijzig({ optiesBekend: keuze === "bekend" })}
      />
      {waarden.optiesBekend && (
        <Lijst
          naam="Opties"
          een="optie"
          hulp="Een optie die gelicht is, telt mee bij de einddatum."
          fout={fout}
          rijen={waarden.opties}
          leeg={{ maanden: "12", uiterlijk: "", gelicht: false }}
          zet={(opties) => wijzig({ opties })}
          rij={(optie, zet) => (
            <div className={stijl.naast}>
              <Veld
                label="Maanden"
                inputMode="numeric"
                value={optie.maanden}
                onChange={(maanden) => zet({ maanden })}
              />
              <Veld
                label="Uiterlijk lichten op"
                soort="datum"
                value={optie.uiterlijk}
                onChange={(uiterlijk) => zet({ uiterlijk })}
              />
              <Keuze
                label="Gelicht?"
                opties={[
                  { id: "nee", naam: "Nog niet" },
                  { id: "ja", naam: "Ja, het contract loopt door" },
                ]}
                waarde={optie.gelicht ? "ja" : "nee"}
                opKies={(keuze) => zet({ gelicht: keuze === "ja" })}
              />
            </div>
          )}
        />
      )}
    </>
  );
}

export function Beletsels({ waarden, wijzig, fout }: Props) {
  return (
    <Lijst
      naam="Wat een wijziging in de weg staat"
      een="beletsel"
      fout={fout}
      rijen={waarden.beletsels}
      leeg={{ tekst: "", tot: "" }}
      zet={(beletsels) => wijzig({ beletsels })}
      rij={(beletsel, zet) => (
        <div className={stijl.naast}>
          <Veld label="Wat" maxLength={2000} value={beletsel.tekst} onChange={(tekst) => zet({ tekst })} />
          <Veld
            label="Tot en met"
            soort="datum"
            hulp="Leeg: niet bekend."
            value={beletsel.tot}
            onChange={(tot) => zet({ tot })}
          />
        </div>
      )}
    />
  );
}

export function PerGemeentes({
  waarden,
  wijzig,
  fout,
  gemeenten,
}: Props & { gemeenten: { id: string; naam: string }[] }) {
  const eigen = gemeenten.filter(({ id }) => waarden.gemeenten.includes(id));
  return (
    <Lijst
      naam="Verschil per gemeente"
      een="verschil"
      hulp="Bijvoorbeeld in een pilot: één contract, in een gemeente anders bekostigd."
      fout={fout}
      rijen={waarden.perGemeente}
      leeg={{ gemeente: eigen[0]?.id ?? "", bekostiging: [], van: "", tot: "", toelichting: "", bron: "" }}
      zet={(perGemeente) => wijzig({ perGemeente })}
      rij={(deel, zet) => (
        <>
          <div className={stijl.naast}>
            <Keuze
              label="Gemeente"
              opties={eigen}
              waarde={deel.gemeente || null}
              opKies={(gemeente) => gemeente && zet({ gemeente })}
            />
            <Veld
              label="Vanaf"
              hulp="Een jaar, maand of dag."
              value={deel.van}
              onChange={(van) => zet({ van })}
            />
            <Veld label="Tot en met" soort="datum" value={deel.tot} onChange={(tot) => zet({ tot })} />
            <Veld label="Bron" maxLength={500} value={deel.bron} onChange={(bron) => zet({ bron })} />
          </div>
          <MeerKeuze
            label="Bekostiging daar"
            opties={BEKOSTIGINGEN}
            waarde={deel.bekostiging}
            opKies={(ids) => zet({ bekostiging: ids as Bekostigingsvorm[] })}
          />
          <Veld
            label="Toelichting"
            maxLength={2000}
            value={deel.toelichting}
            onChange={(toelichting) => zet({ toelichting })}
          />
        </>
      )}
    />
  );
}

export function Doelen({ waarden, wijzig, fout }: Props) {
  return (
    <Lijst
      naam="Doelen"
      een="doel"
      fout={fout}
      rijen={waarden.doelen}
      leeg={{ naam: "", gereed: "", bron: "", notitie: "" }}
      zet={(doelen) => wijzig({ doelen })}
      rij={(doel, zet) => (
        <div className={stijl.naast}>
          <Veld label="Doel" maxLength={500} value={doel.naam} onChange={(naam) => zet({ naam })} />
          <Veld
            label="Bereikt in"
            hulp="Een jaar, maand of dag."
            value={doel.gereed}
            onChange={(gereed) => zet({ gereed })}
          />
          <Veld label="Bron" maxLength={500} value={doel.bron} onChange={(bron) => zet({ bron })} />
        </div>
      )}
    />
  );
}

export function Kpis({ waarden, wijzig, fout }: Props) {
  return (
    <Lijst
      naam="KPI’s"
      een="KPI"
      hulp="Een meetwaarde heeft een dag en een bron."
      fout={fout}
      rijen={waarden.kpis}
      leeg={{ naam: "", streefwaarde: "", eenheid: "", meetwaarde: "", gemetenOp: "", bron: "", notitie: "" }}
      zet={(kpis) => wijzig({ kpis })}
      rij={(kpi, zet) => (
        <div className={stijl.naast}>
          <Veld
            label="Wat er gemeten wordt"
            maxLength={500}
            value={kpi.naam}
            onChange={(naam) => zet({ naam })}
          />
          <Veld
            label="Streefwaarde"
            maxLength={60}
            value={kpi.streefwaarde}
            onChange={(streefwaarde) => zet({ streefwaarde })}
          />
          <Veld label="Eenheid" maxLength={60} value={kpi.eenheid} onChange={(eenheid) => zet({ eenheid })} />
          <Veld
            label="Meetwaarde"
            maxLength={60}
            value={kpi.meetwaarde}
            onChange={(meetwaarde) => zet({ meetwaarde })}
          />
          <Veld
            label="Gemeten op"
            soort="datum"
            value={kpi.gemetenOp}
            onChange={(gemetenOp) => zet({ gemetenOp })}
          />
          <Veld label="Bron" maxLength={500} value={kpi.bron} onChange={(bron) => zet({ bron })} />
        </div>
      )}
    />
  );
}
