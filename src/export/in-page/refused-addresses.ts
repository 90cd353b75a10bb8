/** Keeps a list of the addresses that the page's policy refuses, since these are never requested. Runs before the page's own scripts. */
export function keepRefusedAddresses(): void {
  const page = globalThis as unknown as { refusedAddresses?: string[] };
  page.refusedAddresses = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => page.refusedAddresses?.push(blockedURI));
}

/** Those on another host. */
export function listRefusedAddresses(): readonly string[] {
  const page = globalThis as unknown as { readonly refusedAddresses?: readonly string[] };
  return (page.refusedAddresses ?? []).filter((address) => /^(https?|wss?):/.test(address));
}
