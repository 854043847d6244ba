import { Client, fetchExchange } from "@urql/core";
import { post } from "./post";

/**
 * For the past: without a cache, because what something was may not take the place of what it is, and without a stream,
 * because nothing happens there any more.
 */
export const archief = new Client({
  url: "/graphql",
  fetch: post,
  preferGetMethod: false,
  fetchOptions: { headers: { Accept: "application/graphql-response+json, application/json;q=0.9" } },
  exchanges: [fetchExchange],
});
