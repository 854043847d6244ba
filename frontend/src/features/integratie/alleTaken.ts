/** The page of the tasks of all trajectories. */
export const ALLE_TAKEN = "/integratie/taken";
