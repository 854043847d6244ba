import { Pagina } from "~/ui/Pagina";
import { Tabel } from "~/ui/Tabel";
import { HUBROL_NAAM, useIk } from "./ik";

export function AccountPagina() {
  const { persoon } = useIk();
  return (
    <Pagina titel="Mijn account">
      <h2>{persoon.naam}</h2>
      <Tabel
        bijschrift="Mijn rollen"
        rijen={persoon.aanstellingen}
        sleutel={({ id }) => id}
        kolommen={[
          { kop: "Rol", isNaam: true, cel: ({ hubrol }) => HUBROL_NAAM[hubrol] },
          { kop: "Gemeente", cel: ({ gemeente }) => gemeente?.naam ?? "Alle" },
          { kop: "Vanaf", cel: ({ van }) => van },
        ]}
      />
    </Pagina>
  );
}
