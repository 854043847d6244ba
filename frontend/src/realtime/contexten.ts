// urql compares contexts by identity: one object for each scope.

/** For queries about facts and persons: never older than what the stream already showed. */
export const ORGANISATIE = { bereik: "organisatie", requestPolicy: "cache-and-network" } as const;

/** For queries about contracts and their comparison. */
export const CONTRACTEN = { bereik: "contracten", requestPolicy: "cache-and-network" } as const;

/** For queries about agreements. */
export const AFSPRAKEN = { bereik: "afspraken", requestPolicy: "cache-and-network" } as const;
