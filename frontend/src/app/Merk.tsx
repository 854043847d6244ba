export function Merk({ groot }: { groot?: boolean }) {
  const maat = groot ? 40 : 26;
  return (
    <svg width={maat} height={maat} viewBox="0 0 26 26" fill="none" strokeWidth="3" aria-hidden>
      <circle cx="9" cy="10" r="6.5" stroke="var(--noord)" />
      <circle cx="17" cy="10" r="6.5" stroke="var(--mlo)" />
      <circle cx="13" cy="17" r="6.5" stroke="var(--mlw)" />
    </svg>
  );
}
