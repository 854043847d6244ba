import { useEffect, useId, useState } from "react";
import { onthoudDeelname } from "~/sessie/passen";
import { anoniemZin, codeTekst, opNaamZin } from "~/sessie/woorden";
import { doeMee, kijkBij, pas, type Fout, type Voordeur } from "./hub";
import stijl from "./Gast.module.css";

const schoon = (code: string) => code.replaceAll(/[^a-z0-9]/gi, "").toUpperCase();

function Foutregel({ fout, id }: { fout: Fout | undefined; id?: string }) {
  return (
    <p role="alert" id={id} className={stijl.fout}>
      {fout?.bericht}
    </p>
  );
}

/** Coming in: the code, then a name and for whom one speaks. */
export function Deur({ code, terug }: { code: string; terug: string | undefined }) {
  const [getypt, zetGetypt] = useState(code);
  const [deur, zetDeur] = useState<Voordeur>();
  const [fout, zetFout] = useState<Fout>();
  const [bezig, zetBezig] = useState(false);
  const veld = useId();
  const zoek = async (welke: string) => {
    if (!schoon(welke))
      return zetFout({ code: "VERPLICHT", bericht: "Typ de code die op het scherm staat." });
    zetBezig(true);
    const uitkomst = await kijkBij(schoon(welke));
    zetBezig(false);
    if ("fout" in uitkomst) return zetFout(uitkomst.fout);
    zetFout(undefined);
    zetDeur(uitkomst.gelukt);
  };
  useEffect(() => {
    if (!code) return;
    let telt = true;
    void kijkBij(schoon(code)).then((uitkomst) => {
      if (!telt) return;
      if ("fout" in uitkomst) zetFout(uitkomst.fout);
      else zetDeur(uitkomst.gelukt);
    });
    return () => {
      telt = false;
    };
  }, [code]);
  if (deur) return <Naam deur={deur} code={schoon(getypt)} />;
  return (
    <main className={stijl.deur}>
      <h1>Meedoen aan een sessie</h1>
      <form
        onSubmit={(gebeurtenis) => {
          gebeurtenis.preventDefault();
          void zoek(getypt);
        }}
      >
        <label htmlFor={veld}>Code op het scherm</label>
        <input
          id={veld}
          className={stijl.code}
          value={getypt}
          onChange={({ target }) => zetGetypt(target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          aria-describedby={`${veld}-fout`}
        />
        <Foutregel fout={fout} id={`${veld}-fout`} />
        <button className={stijl.vol} disabled={bezig}>
          {bezig ? "Even kijken…" : "Verder"}
        </button>
      </form>
      {terug && (
        <p>
          <a href={`/meedoen/${terug}`}>Terug naar de sessie {codeTekst(terug)}</a>
        </p>
      )}
    </main>
  );
}

function Naam({ deur, code }: { deur: Voordeur; code: string }) {
  const [schuilnaam, zetNaam] = useState("");
  const [achterban, zetAchterban] = useState("");
  const [fout, zetFout] = useState<Fout>();
  const [bezig, zetBezig] = useState(false);
  const veld = useId();
  const verstuur = async () => {
    zetBezig(true);
    const uitkomst = await doeMee({ code, schuilnaam, achterban });
    zetBezig(false);
    if ("fout" in uitkomst) return zetFout(uitkomst.fout);
    if (!deur.anoniem)
      onthoudDeelname({ ...uitkomst.gelukt, naam: deur.naam, schuilnaam: schuilnaam.trim() });
    history.replaceState(null, "", `/meedoen/${code}`);
    pas.zet(() => ({ ...uitkomst.gelukt, code }));
  };
  const bij = (naam: string) => (fout?.veld === naam ? fout : undefined);
  return (
    <main className={stijl.deur}>
      <h1>{deur.naam}</h1>
      {deur.doel && <p className={stijl.doel}>{deur.doel}</p>}
      <p className={stijl.anoniem}>{anoniemZin(deur.anoniem)}</p>
      <p className={stijl.hulp}>{opNaamZin(deur.anoniem)}</p>
      <form
        noValidate
        onSubmit={(gebeurtenis) => {
          gebeurtenis.preventDefault();
          void verstuur();
        }}
      >
        <label htmlFor={`${veld}-naam`}>Je naam in deze sessie</label>
        <span id={`${veld}-hulp`} className={stijl.hulp}>
          Alleen de begeleider ziet wie er zijn. Een schuilnaam mag.
        </span>
        <input
          id={`${veld}-naam`}
          value={schuilnaam}
          onChange={({ target }) => zetNaam(target.value)}
          maxLength={30}
          autoComplete="nickname"
          aria-describedby={`${veld}-hulp ${veld}-fout-naam`}
        />
        <Foutregel fout={bij("schuilnaam")} id={`${veld}-fout-naam`} />
        <label htmlFor={`${veld}-voor`}>Voor wie ben je hier?</label>
        <select
          id={`${veld}-voor`}
          value={achterban}
          onChange={({ target }) => zetAchterban(target.value)}
          aria-describedby={`${veld}-fout-voor`}
        >
          <option value="">Maak een keuze</option>
          <option value="mgr">MGR</option>
          {deur.gemeenten.map(({ id, naam }) => (
            <option key={id} value={id}>
              Gemeente {naam}
            </option>
          ))}
        </select>
        <Foutregel fout={bij("achterban")} id={`${veld}-fout-voor`} />
        <Foutregel fout={fout?.veld === "schuilnaam" || fout?.veld === "achterban" ? undefined : fout} />
        <button className={stijl.vol} disabled={bezig}>
          {bezig ? "Je komt binnen…" : "Doe mee"}
        </button>
      </form>
    </main>
  );
}
