import { Foutstaat, Skelet } from "./Staat";

type Props<D> = {
  /** What is being read: `useQuery`'s state. */
  staat: { data?: D; error?: unknown };
  /** Reads anew after an error. */
  opnieuw: () => void;
  /** For example "De gemeenten konden niet geladen worden." */
  fout: string;
  regels?: number;
  hoogte?: string;
  children: (data: D) => React.ReactNode;
};

/** What a page reads: its shape while loading, what to do when that fails, else the page itself. */
export function Gegevens<D>({ staat, opnieuw, fout, regels = 8, hoogte = "2.25rem", children }: Props<D>) {
  if (staat.data !== undefined && staat.data !== null) return children(staat.data);
  if (staat.error) return <Foutstaat gebeurd={fout} opnieuw={opnieuw} />;
  return <Skelet regels={regels} hoogte={hoogte} />;
}
