import { Link } from "react-router";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Vak } from "~/ui/Vak";
import { DeelnameLabel } from "../DeelnameLabel";
import stijl from "../Organisatie.module.css";
import { periode } from "./periode";
import { Tijdlijn, type Deelname } from "./Tijdlijn";

export function Deelnames({ deelnames }: { deelnames: Deelname[] }) {
  return (
    <Vak titel="Deelname aan modules" actie={<Link to="/organisatie/deelname">Alle gemeenten</Link>}>
      <Tijdlijn deelnames={deelnames} />
      {deelnames.length === 0 && <p className={stijl.stil}>Deze gemeente neemt aan geen module deel.</p>}
      <ul className={stijl.lijst} aria-label="Deelname aan modules">
        {deelnames.map((deelname) => (
          <li key={deelname.id}>
            <div className={stijl.cel}>
              <Link to={`/organisatie/regios#${deelname.module.sleutel}`}>
                <strong>{deelname.module.naam}</strong>
              </Link>
              <DeelnameLabel status={deelname.status} />
              <span>{periode(deelname)}</span>
            </div>
            <p className={stijl.stil}>{deelname.module.titel}</p>
            <Herkomstregel herkomst={deelname.herkomst} />
          </li>
        ))}
      </ul>
    </Vak>
  );
}
