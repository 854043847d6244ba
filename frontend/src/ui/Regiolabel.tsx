import stijl from "./Label.module.css";

/** In the order in which they stand everywhere. */
export const REGIOS = ["noord", "mlo", "mlw"] as const;
export type RegioSleutel = (typeof REGIOS)[number];
const NAAM: Record<RegioSleutel, [kort: string, lang: string]> = {
  noord: ["Noord", "Noord-Limburg"],
  mlo: ["MLO", "Midden-Limburg Oost"],
  mlw: ["MLW", "Midden-Limburg West"],
};

/** `regio-noord`, `subregio-mlo` and the like; undefined for regions without a colour. */
export const regioSleutel = (sleutel: string): RegioSleutel | undefined =>
  REGIOS.find((deel) => sleutel.split("-").includes(deel));

/** The abbreviation of a (sub)region, as the sign-in page knows it. */
export const vanStreek = (streek: string): RegioSleutel | undefined =>
  (({ NL: "noord", MLO: "mlo", MLW: "mlw" }) as const)[streek as "NL"];

export function Regiolabel({ regio, lang }: { regio: RegioSleutel; lang?: boolean }) {
  const [kort, voluit] = NAAM[regio];
  return lang ? (
    <span className={`${stijl.regio} ${stijl[regio]}`}>{voluit}</span>
  ) : (
    <abbr title={voluit} className={`${stijl.regio} ${stijl[regio]}`}>
      {kort}
    </abbr>
  );
}
