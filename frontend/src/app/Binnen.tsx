import { useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { useQuery } from "urql";
import { AanmeldFormulier } from "~/features/account/AanmeldFormulier";
import { Demokeuze } from "~/features/account/Demokeuze";
import { IkQuery } from "~/features/account/ik";
import { herverstuur } from "~/graphql/herverstuur";
import { useWinkel } from "~/lib/winkel";
import { Dialoog } from "~/ui/Dialoog";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { aanmelding, hub } from "./hubClient";
import { Shell } from "./Shell";

/** Inside: who is not signed in goes to the sign-in page; whose session ends signs in on the spot and loses nothing. */
export function Binnen() {
  const { afgemeld } = useWinkel(aanmelding);
  const { pathname, search, hash } = useLocation();
  const [{ data, error }, vraagOpnieuw] = useQuery({ query: IkQuery });
  const persoon = data?.ik.persoon.id;

  useEffect(() => {
    if (!persoon) return;
    const vorige = aanmelding.lees().persoon;
    // Somebody else signed in: nothing of the former may stay on the screen.
    if (vorige && vorige !== persoon) return location.assign("/");
    aanmelding.zet((oud) => ({ ...oud, persoon }));
    hub.lijn.open();
    if (!vorige) herverstuur(hub);
  }, [persoon]);

  const weerBinnen = () => {
    aanmelding.zet((oud) => ({ ...oud, afgemeld: false }));
    vraagOpnieuw({ requestPolicy: "network-only" });
    hub.lijn.sluit();
    hub.lijn.open();
  };
  if (!data && afgemeld)
    return <Navigate replace to={`/aanmelden?terug=${encodeURIComponent(pathname + search + hash)}`} />;
  if (!data && error) {
    return (
      <main style={{ padding: "var(--s6)" }}>
        <Foutstaat
          gebeurd="De hub is nu niet bereikbaar."
          opnieuw={() => vraagOpnieuw({ requestPolicy: "network-only" })}
        />
      </main>
    );
  }
  if (!data)
    return (
      <main style={{ padding: "var(--s6)" }}>
        <Skelet regels={6} hoogte="3rem" />
      </main>
    );
  return (
    <>
      <Shell />
      <Dialoog titel="Meld je opnieuw aan" open={afgemeld} opSluit={() => {}} sluitbaar={false}>
        <p>Je sessie is verlopen. Wat je hebt ingevuld, blijft staan.</p>
        <Demokeuze opAangemeld={weerBinnen} />
        <AanmeldFormulier opAangemeld={weerBinnen} />
      </Dialoog>
    </>
  );
}
