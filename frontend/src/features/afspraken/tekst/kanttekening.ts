import { graphql } from "~/graphql/gen";
import type { KanttekeningRegelFragment, KanttekeningStand } from "~/graphql/gen/graphql";
import type { Kantteken } from "~/editor/kanttekens";
import type { StatusSoort } from "~/ui/Status";

export const KanttekeningRegel = graphql(`
  fragment KanttekeningRegel on Kanttekening {
    id
    artikel
    tekst
    voorstel
    stand
    op
    beslistOp
    magAntwoorden
    magBeslissen
    passage {
      van
      tot
      citaat
    }
    door {
      id
      naam
      initialen
    }
    beslistDoor {
      id
      naam
    }
    antwoorden {
      nummer
      tekst
      op
      door {
        id
        naam
        initialen
      }
    }
    afspraak {
      id
    }
  }
`);

export const KanttekeningenQuery = graphql(`
  query Kanttekeningen($id: ID!) {
    positie
    afspraak(id: $id) {
      id
      kanttekeningen {
        ...KanttekeningRegel
      }
    }
  }
`);

export type Kanttekening = KanttekeningRegelFragment;

export const KANTSTAND: Record<KanttekeningStand, [soort: StatusSoort, woord: string]> = {
  OPEN: ["open", "open"],
  OPGELOST: ["gereed", "afgehandeld"],
  AANGENOMEN: ["gereed", "overgenomen"],
  AFGEWEZEN: ["fout", "niet overgenomen"],
};

export const isVoorstel = ({ voorstel }: Kanttekening): boolean =>
  voorstel !== null && voorstel !== undefined;

/** What is still open and about words, to show in the text. */
export function kanttekens(alle: readonly Kanttekening[]): Kantteken[] {
  return alle.flatMap(({ id, passage, voorstel, stand, door }) =>
    passage && stand === "OPEN"
      ? [{ id, passage, voorstel: voorstel ?? null, wie: door?.naam ?? "de hub" }]
      : [],
  );
}
