import { Knop } from "~/ui/Knop";
import stijl from "./Organisatie.module.css";

type Props = {
  pagina: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  na: string;
  opNa: (cursor: string | null) => void;
};

/** The next part of a long list; the part lives in the address. */
export function Verder({ pagina, na, opNa }: Props) {
  if (!na && !pagina?.hasNextPage) return null;
  return (
    <div className={`${stijl.verder} niet-afdrukken`}>
      {na && <Knop onPress={() => opNa(null)}>Terug naar het begin</Knop>}
      {pagina?.hasNextPage && <Knop onPress={() => opNa(pagina.endCursor ?? null)}>Volgende 100</Knop>}
    </div>
  );
}
