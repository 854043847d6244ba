import { Navigate, useLocation } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { GeenTraject } from "./TrajectKader";
import { laatsteTraject, trajectAdres, TrajectenQuery } from "./trajecten";

const VindTraject = graphql(`
  query VindTraject($id: ID!) {
    node(id: $id) {
      id
      ... on Taak {
        bord {
          id
          traject {
            id
          }
        }
      }
      ... on Mijlpaal {
        traject {
          id
        }
      }
      ... on Risico {
        traject {
          id
        }
      }
      ... on Autonomie {
        traject {
          id
        }
      }
      ... on Budgetregel {
        traject {
          id
        }
      }
      ... on Overdrachtcel {
        traject {
          id
        }
      }
      ... on Zienswijzepunt {
        besluit {
          id
          traject {
            id
          }
        }
      }
      ... on Besluitstap {
        besluit {
          id
          traject {
            id
          }
        }
      }
      ... on Besluitcel {
        besluit {
          id
          traject {
            id
          }
        }
      }
    }
  }
`);

/**
 * An address without a trajectory, as it was shared before there could be more of them, and as it is made where only
 * the thing itself is known: on to the trajectory the thing belongs to, else to the one visited last.
 */
export function OudAdres() {
  const { pathname, search } = useLocation();
  const [, , pagina = "takenbord", ...delen] = pathname.split("/");
  const id = delen[1] ?? "";
  const [{ data, error }, lees] = useQuery({ query: TrajectenQuery });
  const [gezocht] = useQuery({ query: VindTraject, variables: { id }, pause: !id });
  const node = gezocht.data?.node;
  const eigen =
    node &&
    ("bord" in node
      ? node.bord.traject
      : "besluit" in node
        ? node.besluit.traject
        : "traject" in node
          ? node.traject
          : undefined);
  const traject =
    data?.trajecten.find((een) => een.id === eigen?.id) ?? (data && laatsteTraject(data.trajecten));
  const zoekt = id !== "" && !gezocht.data && !gezocht.error;
  if (traject && !zoekt) {
    return (
      <Navigate replace to={{ pathname: trajectAdres(traject.sleutel, pagina, delen.join("/")), search }} />
    );
  }
  return (
    <GeenTraject
      geladen={!!data && !traject}
      fout={error}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
    />
  );
}
