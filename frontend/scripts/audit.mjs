// Asks a running hub everything the GraphQL-over-HTTP specification says a server must and should do.
// node scripts/audit.mjs http://127.0.0.1:8080/graphql
import { auditServer } from "graphql-http";

const [url] = process.argv.slice(2);
const uitkomsten = await auditServer({ url });
// What a server may do, it may also leave.
const mis = uitkomsten.filter(({ status, name }) => status !== "ok" && !name.startsWith("MAY"));
for (const { id, name, reason } of mis) console.error(`${id} ${name}: ${reason}`);
console.log(`${uitkomsten.length - mis.length} van ${uitkomsten.length} in orde`);
process.exitCode = mis.length === 0 && uitkomsten.length > 0 ? 0 : 1;
