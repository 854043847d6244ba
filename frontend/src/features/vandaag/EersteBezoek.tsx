import { Link } from "react-router";
import stijl from "./Vandaag.module.css";

/** Nobody who comes here first should face a list of everything that ever happened. */
export function EersteBezoek() {
  return (
    <section className={stijl.welkom}>
      <h2>Welkom in Samenspel</h2>
      <p>
        Hier zie je voortaan wat er sinds je vorige bezoek veranderde en wat op jou wacht. Wat een collega
        doet, zie je meteen.
      </p>
      <ul>
        <li>
          <Link to="/integratie/takenbord">Bekijk het takenbord</Link> met het werk voor de aansluiting van
          Midden-Limburg.
        </li>
        <li>
          <Link to="/organisatie">Zoek op wie wie is</Link>: gemeenten, gremia, rollen en stakeholders.
        </li>
        <li>
          <Link to="/account">Bekijk je account</Link>: je rol en wat je mag.
        </li>
      </ul>
    </section>
  );
}
