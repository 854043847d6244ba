/** Only an address of the hub itself: a link from elsewhere must not send anyone away. */
export const veiligAdres = (terug: string | null): string =>
  terug && /^\/(?![/\\])/.test(terug) && !/[\t\n\r]/.test(terug) ? terug : "/";
