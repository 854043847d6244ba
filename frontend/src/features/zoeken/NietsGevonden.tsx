/** Says what to try. */
export function NietsGevonden({ tekst }: { tekst: string }) {
  return (
    <>
      <p>
        Voor <b>{tekst}</b> is niets gevonden. Probeer dit:
      </p>
      <ul>
        <li>Gebruik minder woorden, of alleen het woord dat er het meest toe doet.</li>
        <li>Probeer een ander woord: oude namen (RMT, accountmanager) en kleine tikfouten mogen.</li>
        <li>Je vindt alleen wat je met jouw rol mag zien.</li>
      </ul>
    </>
  );
}
