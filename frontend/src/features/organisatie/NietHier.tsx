import { Link } from "react-router";
import { LeegStaat } from "~/ui/Staat";

/** An address that leads to nothing. */
export function NietHier({ wat }: { wat: string }) {
  return (
    <LeegStaat titel={`${wat} is er niet`} actie={<Link to="/organisatie">Naar Organisatie</Link>}>
      Misschien is het adres niet goed overgenomen.
    </LeegStaat>
  );
}
