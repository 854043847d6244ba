import { lazy, Suspense, useEffect } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { useQuery } from "urql";
import { IkQuery } from "~/features/account/ik";
import { herverstuur } from "~/graphql/herverstuur";
import { useWinkel } from "~/lib/winkel";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { aanmelding, hub } from "./hubClient";
import { Shell } from "./Shell";

const OpnieuwAanmelden = lazy(async () => ({
  default: (await import("./OpnieuwAanmelden")).OpnieuwAanmelden,
}));

/**
 * Inside: who is not signed in goes to the sign-in page; whose session ends signs in on the spot and loses nothing.
 * `kaal`: without the shell, for a page that has the whole screen.
 */
export function Binnen({ kaal }: { kaal?: boolean }) {
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
      {kaal ? <Outlet /> : <Shell />}
      {afgemeld && (
        <Suspense>
          <OpnieuwAanmelden opAangemeld={weerBinnen} />
        </Suspense>
      )}
    </>
  );
}
