import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { ORGANISATIE } from "~/realtime/contexten";
import { Feiten } from "~/ui/Feiten";
import { Gegevens } from "~/ui/Gegevens";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { Kader } from "../Kader";
import { Links } from "../Links";
import { NietHier } from "../NietHier";
import { Relaties } from "../Relaties";
import stijl from "../Organisatie.module.css";
import { GremiumVak } from "./Gremium";
import { Invloed } from "./Invloed";
import { Leden } from "./Leden";
import { RolQuery } from "./rollenVraag";

function Rol({ id }: { id: string }) {
  const [staat, lees] = useQuery({ query: RolQuery, variables: { id }, context: ORGANISATIE });
  const node = staat.data?.node;
  const rol = node?.__typename === "Rol" ? node : undefined;
  return (
    <Kader
      titel={rol?.naam ?? "Gremium of rol"}
      onder={{ naam: "Gremia en rollen", naar: "/organisatie/rollen" }}
    >
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="Deze pagina kon niet geladen worden."
      >
        {() =>
          !rol ? (
            <NietHier wat="Dit gremium of deze rol" />
          ) : (
            <Vakken>
              <Kolom>
                <Vak titel={rol.soort === "GREMIUM" ? "Wat dit gremium doet" : "Wat deze rol doet"}>
                  <p>{rol.beschrijving}</p>
                  <Herkomstregel herkomst={rol.herkomst} />
                </Vak>
                <Vak titel="Beslist over">
                  {rol.beslistOver.length === 0 ? (
                    <p className={stijl.stil}>De bronnen noemen geen besluiten van {rol.naam}.</p>
                  ) : (
                    <ul className={stijl.opsomming}>
                      {rol.beslistOver.map((besluit) => (
                        <li key={besluit}>{besluit}</li>
                      ))}
                    </ul>
                  )}
                </Vak>
                <Leden rol={rol} />
                {rol.invloed && <Invloed naam={rol.afkorting ?? rol.naam} invloed={rol.invloed} />}
              </Kolom>
              <Kolom>
                {rol.soort === "GREMIUM" && <GremiumVak rol={rol.id} />}
                <Vak titel="Gegevens">
                  <Feiten
                    feiten={[
                      { naam: "Soort", waarde: rol.soort === "GREMIUM" ? "Gremium" : "Rol" },
                      {
                        naam: "Groep",
                        waarde: (
                          <Link to={`/organisatie/rollen?groep=${rol.groep.sleutel}`}>{rol.groep.naam}</Link>
                        ),
                      },
                      { naam: "Afkorting", waarde: rol.afkorting ?? "geen" },
                      { naam: "Ook genoemd", waarde: rol.synoniemen.join(", ") || "geen andere naam" },
                      ...(rol.soort === "GREMIUM"
                        ? [
                            { naam: "Overlegt", waarde: rol.overlegFrequentie },
                            { naam: "Aantal leden", waarde: rol.aantalLeden },
                          ]
                        : []),
                      ...(rol.gemeente
                        ? [
                            {
                              naam: "Gemeente",
                              waarde: (
                                <Link to={`/organisatie/gemeenten/${rol.gemeente.id}`}>
                                  {rol.gemeente.naam}
                                </Link>
                              ),
                            },
                          ]
                        : []),
                      {
                        naam: "Modules",
                        waarde: (
                          <Links
                            leeg="geen bepaalde module"
                            links={rol.modules.map(({ sleutel, naam }) => ({
                              naar: `/organisatie/regios#${sleutel}`,
                              naam,
                            }))}
                          />
                        ),
                      },
                      {
                        naam: "Als stakeholder",
                        waarde: (
                          <Links
                            leeg="niet genoemd"
                            links={rol.stakeholders.map((een) => ({
                              naar: `/organisatie/stakeholders/${een.id}`,
                              naam: een.naam,
                            }))}
                          />
                        ),
                      },
                    ]}
                  />
                </Vak>
                <Relaties van={rol.id} relaties={rol.relaties} />
              </Kolom>
            </Vakken>
          )
        }
      </Gegevens>
    </Kader>
  );
}

export function RolPagina() {
  const { id = "" } = useParams();
  return <Rol key={id} id={id} />;
}
