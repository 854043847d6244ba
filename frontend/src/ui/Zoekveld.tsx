import { IconSearch } from "@tabler/icons-react";
import { Input, SearchField } from "react-aria-components";
import stijl from "./Veld.module.css";

type Props = { label: string; waarde: string; opWijzig: (tekst: string) => void };

export function Zoekveld({ label, waarde, opWijzig }: Props) {
  return (
    <SearchField aria-label={label} value={waarde} onChange={opWijzig} className={stijl.zoek}>
      <IconSearch size={18} aria-hidden />
      <Input placeholder={label} className={stijl.invoer} />
    </SearchField>
  );
}
