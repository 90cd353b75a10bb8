/**
 * What an address is: a file of the deck, something on another host, or neither (data, a place in this page). It is read as browsers do:
 * without spaces and control characters around it, tabs and line ends in it, and `\` means `/` (URL Standard, 4.4).
 */
export function kindOf(url: string): 'local' | 'remote' | 'other' {
  const address = plainAddress(url);
  if (address === '' || address.startsWith('#') || /^(data:|about:(blank|srcdoc)$)/i.test(address)) return 'other';
  return /^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(address) ? 'remote' : 'local';
}

/** An address without what browsers pass over. */
export function plainAddress(url: string): string {
  return url.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');
}

/** An address as it is meant; one with a bare percent sign is encoded in no way and means itself. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    if (error instanceof URIError) return url;
    throw error;
  }
}
