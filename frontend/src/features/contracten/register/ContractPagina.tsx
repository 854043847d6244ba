import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { WieMoetDitWeten } from "~/features/impact/WieMoetDitWeten";
import { VolgKnop } from "~/features/meldingen/VolgKnop";
import { useStand } from "~/features/integratie/kader/stand";
import { NaarVerleden, Standbalk } from "~/features/integratie/kader/Standbalk";
import { usePlek } from "~/features/integratie/kader/trajecten";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { Feiten, Onbekend } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import {
  ADRES,
  BEKOSTIGING,
  contractAdres,
  maandenTekst,
  schaalTekst,
  VORM,
  vormenTekst,
  type Contract,
} from "../contract";
import stijl from "../Contracten.module.css";
import { Geschiedenis } from "../Geschiedenis";
import { useContractenVraag } from "../useContractenVraag";
import { ContractQuery } from "../vragen";
import { concepten } from "./concept";
import { ContractFormulier } from "./ContractFormulier";
import { Signalen } from "./Signalen";

export function ContractPagina() {
  const { nummer = "" } = useParams();
  return <EenContract key={nummer} nummer={nummer} />;
}

function EenContract({ nummer }: { nummer: string }) {
  const { staat, opnieuw } = useContractenVraag(ContractQuery, { nummer });
  const gelezen = useVastgehouden(
    { stale: false, ...staat },
    ({ contract }) => contract && { id: contract.nummer },
    nummer,
  );
  const contract = gelezen?.contract;
  const stand = useStand();
  const { personen } = usePlek(contract ? `contract:${contract.id}` : undefined);
  return (
    <Pagina
      titel={contract?.naam ?? "Contract"}
      kruimels={[{ naam: "Contracten", naar: ADRES }]}
      aanwezigen={{ naam: "Nu bij dit contract", personen }}
      tabs={
        <div className={stijl.rij}>
          <Link to={ADRES}>Terug naar het register</Link>
          <div className={`${stijl.rij} niet-afdrukken`}>
            {contract && !stand && <VolgKnop id={contract.id} />}
            <NaarVerleden />
          </div>
        </div>
      }
    >
      <Standbalk />
      {contract ? (
        <Inhoud contract={contract} />
      ) : gelezen ? (
        <LeegStaat titel="Dit contract is er niet" actie={<Link to={ADRES}>Naar het register</Link>}>
          Misschien is het nummer gewijzigd, of is het adres niet goed overgenomen.
        </LeegStaat>
      ) : staat.error ? (
        <Foutstaat gebeurd="Dit contract kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.25rem" />
      )}
    </Pagina>
  );
}

function Inhoud({ contract }: { contract: Contract }) {
  const stand = useStand();
  const [bewerkt, zetBewerkt] = useState(() => contract.id in concepten.lees());
  return (
    <Vakken>
      <Kolom>
        <Vak
          titel="Het contract"
          actie={
            contract.magWijzigen &&
            !bewerkt && (
              <Knop onPress={() => zetBewerkt(true)}>
                <IconPencil size={17} aria-hidden />
                Wijzig
              </Knop>
            )
          }
        >
          {bewerkt && contract.magWijzigen ? (
            <ContractFormulier contract={contract} opKlaar={() => zetBewerkt(false)} />
          ) : (
            <Gegevens contract={contract} />
          )}
        </Vak>
        <Kpis contract={contract} />
        <Doelen contract={contract} />
      </Kolom>
      <Kolom>
        <Signalen contract={contract} />
        <PerGemeente contract={contract} />
        {contract.delen.length > 0 && (
          <Vak titel="Segmenten" bij={contract.delen.length}>
            <ul className={stijl.lijst}>
              {contract.delen.map(({ id, nummer, naam }) => (
                <li key={id}>
                  <Link to={contractAdres(nummer)}>{naam}</Link> <span className={stijl.stil}>{nummer}</span>
                </li>
              ))}
            </ul>
          </Vak>
        )}
        {!stand && <WieMoetDitWeten id={contract.id} />}
        <Geschiedenis soort="contract" nummer={contract.nummer} />
      </Kolom>
    </Vakken>
  );
}

function Gegevens({ contract }: { contract: Contract }) {
  const { opties, beletsels, gewijzigdDoor, gewijzigdOp } = contract;
  return (
    <>
      <p className={stijl.tekst}>{contract.omschrijving || "Er staat nog niet in waar het over gaat."}</p>
      <Feiten
        feiten={[
          { naam: "Nummer", waarde: contract.nummer },
          {
            naam: "Domein",
            waarde: `${contract.domein.naam}${contract.module ? ` (${contract.module.naam})` : ""}`,
          },
          {
            naam: "Valt onder",
            waarde: contract.bovenliggend ? (
              <Link to={contractAdres(contract.bovenliggend.nummer)}>{contract.bovenliggend.naam}</Link>
            ) : (
              "geen ander contract"
            ),
          },
          { naam: "Segment", waarde: contract.segment },
          {
            naam: "Schaal",
            waarde: (
              <>
                {schaalTekst(contract)}
                <span className={stijl.stil}> {contract.gemeenten.map(({ naam }) => naam).join(", ")}</span>
              </>
            ),
          },
          { naam: "Bekostiging", waarde: vormenTekst(contract.bekostiging) },
          { naam: "Contractvorm", waarde: contract.vorm && VORM[contract.vorm] },
          { naam: "Ingangsdatum", waarde: contract.ingang && datumTekst(contract.ingang) },
          { naam: "Einddatum", waarde: contract.einde && datumTekst(contract.einde) },
          {
            naam: "Opties",
            waarde:
              opties &&
              (opties.length === 0
                ? "geen"
                : opties.map(({ maanden, uiterlijk, gelicht }, nummer) => (
                    <div key={nummer}>
                      {maandenTekst(maanden)}
                      {uiterlijk && `, uiterlijk ${datumTekst(uiterlijk)}`}
                      {gelicht && ", gelicht"}
                    </div>
                  ))),
          },
          { naam: "Loopt tot en met", waarde: contract.laatsteDag && datumTekst(contract.laatsteDag) },
          {
            naam: "Opzegtermijn",
            waarde:
              contract.opzegtermijn === null || contract.opzegtermijn === undefined ? null : (
                <>
                  {maandenTekst(contract.opzegtermijn)}
                  {contract.opzegdag && `, dus opzeggen tot en met ${datumTekst(contract.opzegdag)}`}
                </>
              ),
          },
          {
            naam: "Tussentijds op te zeggen",
            waarde: contract.tussentijds === true ? "ja" : contract.tussentijds === false ? "nee" : null,
          },
          {
            naam: "Wat in de weg staat",
            waarde:
              beletsels.length === 0
                ? "niets genoemd"
                : beletsels.map(({ tekst, tot }) => (
                    <div key={tekst}>
                      {tekst} ({tot ? `tot en met ${datumTekst(tot)}` : "tot wanneer is onbekend"})
                    </div>
                  )),
          },
          { naam: "Aantal aanbieders", waarde: contract.aantalAanbieders },
          {
            naam: "VendorLink",
            waarde: contract.externAdres ? (
              <a href={contract.externAdres}>{contract.externNummer ?? "Open in VendorLink"}</a>
            ) : (
              contract.externNummer
            ),
          },
          {
            naam: "Laatst gewijzigd",
            waarde: `${momentTekst(gewijzigdOp)} door ${gewijzigdDoor?.naam ?? "de hub"}`,
          },
        ]}
      />
      {contract.herkomst && <Herkomstregel herkomst={contract.herkomst} />}
    </>
  );
}

function Kpis({ contract: { kpis } }: { contract: Contract }) {
  return (
    <Vak titel="KPI’s" bij={kpis.length}>
      {kpis.length === 0 ? (
        <p className={stijl.stil}>Nog geen KPI’s bekend. Voeg ze toe met ‘Wijzig’.</p>
      ) : (
        <Tabel
          bijschrift="KPI’s"
          rijen={kpis.map((kpi, nummer) => ({ ...kpi, nummer }))}
          sleutel={({ nummer }) => String(nummer)}
          kolommen={[
            {
              kop: "Wat er gemeten wordt",
              isNaam: true,
              cel: ({ naam, notitie }) => (
                <span className={stijl.naam}>
                  {naam}
                  {notitie && <small>{notitie}</small>}
                </span>
              ),
            },
            {
              kop: "Streefwaarde",
              cel: ({ streefwaarde, eenheid }) =>
                streefwaarde ? `${streefwaarde} ${eenheid ?? ""}` : <Onbekend />,
            },
            {
              kop: "Meetwaarde",
              cel: ({ meetwaarde, eenheid, gemetenOp }) =>
                meetwaarde ? (
                  `${meetwaarde} ${eenheid ?? ""} (${gemetenOp ? datumTekst(gemetenOp) : ""})`
                ) : (
                  <Onbekend />
                ),
            },
            { kop: "Bron", cel: ({ bron }) => bron ?? <Onbekend /> },
          ]}
        />
      )}
    </Vak>
  );
}

function Doelen({ contract: { doelen } }: { contract: Contract }) {
  return (
    <Vak titel="Doelen" bij={doelen.length}>
      {doelen.length === 0 ? (
        <p className={stijl.stil}>Nog geen doelen bekend.</p>
      ) : (
        <Tabel
          bijschrift="Doelen"
          rijen={doelen.map((doel, nummer) => ({ ...doel, nummer }))}
          sleutel={({ nummer }) => String(nummer)}
          kolommen={[
            {
              kop: "Doel",
              isNaam: true,
              cel: ({ naam, notitie }) => (
                <span className={stijl.naam}>
                  {naam}
                  {notitie && <small>{notitie}</small>}
                </span>
              ),
            },
            { kop: "Bereikt in", cel: ({ gereed }) => (gereed ? datumTekst(gereed) : <Onbekend />) },
            { kop: "Bron", cel: ({ bron }) => bron ?? <Onbekend /> },
          ]}
        />
      )}
    </Vak>
  );
}

/** One contract, not the same everywhere: who differs, in what, and until when. */
function PerGemeente({ contract }: { contract: Contract }) {
  const { perGemeente } = contract;
  return (
    <Vak titel="Verschil per gemeente" bij={perGemeente.length}>
      {perGemeente.length === 0 ? (
        <p className={stijl.stil}>Het contract is in elke gemeente hetzelfde, voor zover bekend.</p>
      ) : (
        <ul className={stijl.lijst} aria-label="Verschil per gemeente">
          {perGemeente.map((deel) => (
            <li key={`${deel.gemeente.id}-${deel.van}`} className={stijl.deel}>
              <b>{deel.gemeente.naam}</b>
              <span>
                {deel.bekostiging.map((vorm) => BEKOSTIGING[vorm]).join(", ") || "zoals in het contract"}
              </span>
              <Status soort={deel.geldt ? "bezig" : "open"}>
                {deel.geldt ? "geldt nu" : "geldt nu niet"}
              </Status>
              <small className={stijl.stil}>
                {deel.van ? `vanaf ${datumTekst(deel.van)}` : "begin onbekend"}
                {deel.tot ? ` tot en met ${datumTekst(deel.tot)}` : ""}
              </small>
            </li>
          ))}
        </ul>
      )}
      {[
        ...new Set(
          perGemeente.map(({ toelichting, bron }) => `${toelichting} Bron: ${bron ?? "niet gezegd"}.`),
        ),
      ].map((regel) => (
        <p key={regel} className={stijl.stil}>
          {regel}
        </p>
      ))}
    </Vak>
  );
}
