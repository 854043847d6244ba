import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Provider } from "urql";
import { hub } from "./app/hubClient";
import { router } from "./app/router";
import { HubContext } from "./realtime/hub";
import "./theme/basis.css";
import "./theme/thema";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Provider value={hub.client}>
      <HubContext value={hub}>
        <RouterProvider router={router} />
      </HubContext>
    </Provider>
  </StrictMode>,
);
