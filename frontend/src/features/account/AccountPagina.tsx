import { datumTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Pagina } from "~/ui/Pagina";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { Voorkeuren } from "~/features/meldingen/Voorkeuren";
import { Bevoegdheden } from "./Bevoegdheden";
import { useIk } from "./ik";
import { OveralAfmelden } from "./OveralAfmelden";
import { rolNaam } from "./rollen";
import { Themakeuze } from "./Themakeuze";
import { Tokens } from "./Tokens";
import { WachtwoordWijzigen } from "./WachtwoordWijzigen";
import stijl from "./Account.module.css";

export function AccountPagina() {
  const { persoon, bevoegdheden } = useIk();
  return (
    <Pagina titel="Mijn account">
      <Vakken>
        <Kolom>
          <Vak titel={persoon.naam}>
            <Feiten
              feiten={[
                { naam: "E-mailadres", waarde: persoon.email },
                {
                  naam: "Rollen",
                  waarde: persoon.aanstellingen.length > 0 && (
                    <ul className={stijl.kaal}>
                      {persoon.aanstellingen.map(({ id, hubrol, gemeente, van, tot }) => (
                        <li key={id}>
                          {[rolNaam(hubrol), gemeente?.naam].filter(Boolean).join(" ")}
                          <span className={stijl.stil}>
                            {" "}
                            sinds {datumTekst(van)}
                            {tot && `, tot ${datumTekst(tot)}`}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </Vak>
          <Voorkeuren />
          <Vak titel="Wat je mag">
            <Bevoegdheden bevoegdheden={bevoegdheden} />
          </Vak>
          <Tokens />
        </Kolom>
        <Kolom>
          <Vak titel="Kleuren">
            <Themakeuze />
          </Vak>
          <Vak titel="Wachtwoord wijzigen">
            <WachtwoordWijzigen />
          </Vak>
          <Vak titel="Overal afmelden">
            <OveralAfmelden />
          </Vak>
        </Kolom>
      </Vakken>
    </Pagina>
  );
}
