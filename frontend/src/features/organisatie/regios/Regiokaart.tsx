import { Link } from "react-router";
import type { RegiosQuery } from "~/graphql/gen/graphql";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Vak } from "~/ui/Vak";
import { Links } from "../Links";

const NIVEAU = { REGIO: "Regio", SUBREGIO: "Subregio", SAMENWERKINGSSCHAAL: "Samenwerkingsschaal" } as const;
type Props = { regio: RegiosQuery["regios"][number] };

export function Regiokaart({ regio }: Props) {
  const kleur = regioSleutel(regio.sleutel);
  return (
    <Vak titel={regio.naam} id={regio.sleutel} bij={kleur ? <Regiolabel regio={kleur} /> : regio.afkorting}>
      <Feiten
        feiten={[
          { naam: "Niveau", waarde: NIVEAU[regio.niveau] },
          ...(regio.hoortBij
            ? [
                {
                  naam: "Hoort bij",
                  waarde: <Link to={`#${regio.hoortBij.sleutel}`}>{regio.hoortBij.naam}</Link>,
                },
              ]
            : []),
          {
            naam: `${regio.gemeenten.length} gemeenten`,
            waarde: (
              <Links
                inRij
                leeg="geen gemeenten"
                links={regio.gemeenten.map(({ id, naam }) => ({
                  naar: `/organisatie/gemeenten/${id}`,
                  naam,
                }))}
              />
            ),
          },
        ]}
      />
      <Herkomstregel herkomst={regio.herkomst} />
    </Vak>
  );
}
