import { Link } from "react-router";
import { useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { deelnames, vergeetDeelname, type Deelname } from "~/sessie/passen";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { meldToast } from "~/ui/meldingen";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { ClaimDeelname } from "./operations/claimDeelname";
import { Sessietabs } from "./Sessietabs";
import stijl from "./Sessies.module.css";

/** What one wrote on this device as a guest, to put on one's own name. Sessions that were anonymous are not among it. */
export function OpNaamPagina() {
  const alle = useWinkel(deelnames);
  return (
    <Pagina
      titel="Op je naam zetten"
      kruimels={[{ naam: "Sessies", naar: "/sessies" }]}
      tabs={<Sessietabs />}
    >
      <div className={stijl.lijstpagina}>
        <p>
          Deed je op dit toestel zonder account mee aan een sessie op naam? Dan kun je wat je daar schreef op
          je eigen naam zetten. Collega’s zien dan wie je bent, en je hoort bij de mensen aan wie het verslag
          gestuurd kan worden. In een anonieme sessie kan dit nooit.
        </p>
        {alle.length === 0 && (
          <LeegStaat titel="Niets om op je naam te zetten" actie={<Link to="/sessies">Naar de sessies</Link>}>
            Op dit toestel is de afgelopen maand niet op naam meegedaan, of het staat al op je naam.
          </LeegStaat>
        )}
        {alle.map((deelname) => (
          <Een key={deelname.token} deelname={deelname} />
        ))}
      </div>
    </Pagina>
  );
}

function Een({ deelname: { token, sessie, naam, schuilnaam, op } }: { deelname: Deelname }) {
  const claim = useMutatie(ClaimDeelname);
  const { verstuur, bezig, algemeen } = useInzending(claim, []);
  const zetOpNaam = async () => {
    if (!(await verstuur({ pas: token }))) return;
    vergeetDeelname(token);
    meldToast(`Wat je in ‘${naam}’ schreef, staat nu op je naam.`);
  };
  return (
    <Vak titel={naam} bij={new Date(op).toLocaleDateString("nl-NL", { dateStyle: "long" })}>
      {algemeen.map((bericht) => (
        <Melding key={bericht} soort="fout">
          {bericht}
        </Melding>
      ))}
      <p>
        Je deed mee als <strong>{schuilnaam}</strong>.{" "}
        <Link to={`/sessies/${sessie}/verslag`}>Bekijk de sessie</Link>
      </p>
      <div className={stijl.knoppen}>
        <Knop soort="vol" isDisabled={bezig} onPress={() => void zetOpNaam()}>
          {bezig ? "Bezig…" : "Zet op mijn naam"}
        </Knop>
        <Knop onPress={() => vergeetDeelname(token)}>Dit was ik niet, of laat maar</Knop>
      </div>
    </Vak>
  );
}
