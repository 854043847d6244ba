import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { ORGANISATIE } from "~/realtime/contexten";
import { Feiten } from "~/ui/Feiten";
import { Gegevens } from "~/ui/Gegevens";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { tredeTekst, vakTekst } from "../kaart/kaart";
import { Kader } from "../Kader";
import { NietHier } from "../NietHier";
import { Relaties } from "../Relaties";
import stijl from "../Organisatie.module.css";
import { Ring } from "./Ring";
import { StakeholderQuery } from "./stakeholdersVraag";

function Stakeholder({ id }: { id: string }) {
  const [staat, lees] = useQuery({ query: StakeholderQuery, variables: { id }, context: ORGANISATIE });
  const node = staat.data?.node;
  const stakeholder = node?.__typename === "Stakeholder" ? node : undefined;
  return (
    <Kader
      titel={stakeholder?.naam ?? "Stakeholder"}
      onder={{ naam: "Stakeholders", naar: "/organisatie/stakeholders" }}
    >
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="Deze stakeholder kon niet geladen worden."
      >
        {() =>
          !stakeholder ? (
            <NietHier wat="Deze stakeholder" />
          ) : (
            <Vakken>
              <Kolom>
                <Vak titel="Wie dit is">
                  <Feiten
                    feiten={[
                      { naam: "Beschrijving", waarde: stakeholder.beschrijving },
                      {
                        naam: "Groep",
                        waarde: (
                          <Link to={`/organisatie/stakeholders?groep=${stakeholder.groep.id}`}>
                            {stakeholder.groep.naam}
                          </Link>
                        ),
                      },
                      {
                        naam: "Invloedsring",
                        waarde: (
                          <div className={stijl.kort}>
                            <span>
                              <Ring ring={stakeholder.ring} />
                            </span>
                            {stakeholder.grondslagRing && (
                              <span className={stijl.stil}>{stakeholder.grondslagRing}</span>
                            )}
                          </div>
                        ),
                      },
                      {
                        naam: "Gremium of rol",
                        waarde: stakeholder.rol ? (
                          <Link to={`/organisatie/rollen/${stakeholder.rol.id}`}>{stakeholder.rol.naam}</Link>
                        ) : (
                          "geen"
                        ),
                      },
                      { naam: "Aantal", waarde: stakeholder.aantal },
                      { naam: "Voorbeelden", waarde: stakeholder.voorbeelden.join(", ") || "geen genoemd" },
                    ]}
                  />
                  <Herkomstregel herkomst={stakeholder.herkomst} />
                </Vak>
                <Vak
                  titel="Nu op de kaart"
                  actie={<Link to={`/organisatie/kaart/stakeholder/${stakeholder.id}`}>Op de kaart</Link>}
                >
                  <Feiten
                    feiten={[
                      {
                        naam: "Plek",
                        waarde: stakeholder.plek.opKaart
                          ? `${vakTekst(stakeholder.plek)}${stakeholder.plek.zeker ? "" : " (onzeker)"}`
                          : `Niet meer op de kaart: ${stakeholder.plek.redenWeg}`,
                      },
                      { naam: "Invloed op de MGR", waarde: stakeholder.plek.invloedNaarMgr },
                      { naam: "Invloed van de MGR", waarde: stakeholder.plek.invloedVanMgr },
                      { naam: "Communicatie", waarde: tredeTekst(stakeholder.plek) },
                      { naam: "Contact", waarde: stakeholder.plek.contact?.naam ?? "nog niemand" },
                    ]}
                  />
                </Vak>
                <Relaties van={stakeholder.id} relaties={stakeholder.relaties} />
              </Kolom>
              <Kolom>
                <Vak titel="Genoemd in analyses">
                  {stakeholder.analyses.length === 0 && (
                    <p className={stijl.stil}>Geen analyse noemt deze stakeholder.</p>
                  )}
                  <ul className={stijl.lijst} aria-label="Analyses">
                    {stakeholder.analyses.map(({ id: analyse, naam, jaar, ringenLeesbaar, herkomst }) => (
                      <li key={analyse}>
                        <Link to={`/organisatie/stakeholders?analyse=${analyse}`}>
                          {naam} ({jaar})
                        </Link>
                        {!ringenLeesbaar && (
                          <p className={stijl.stil}>De ringen in deze analyse zijn niet leesbaar.</p>
                        )}
                        <Herkomstregel herkomst={herkomst} />
                      </li>
                    ))}
                  </ul>
                </Vak>
                <Vak titel="Documenten">
                  {stakeholder.documenten.length === 0 ? (
                    <p className={stijl.stil}>Geen document noemt deze stakeholder.</p>
                  ) : (
                    <ul className={stijl.opsomming}>
                      {stakeholder.documenten.map((document) => (
                        <li key={document}>{document}</li>
                      ))}
                    </ul>
                  )}
                </Vak>
              </Kolom>
            </Vakken>
          )
        }
      </Gegevens>
    </Kader>
  );
}

export function StakeholderPagina() {
  const { id = "" } = useParams();
  return <Stakeholder key={id} id={id} />;
}
