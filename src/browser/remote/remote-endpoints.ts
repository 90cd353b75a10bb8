import { DeckError } from '../../error.js';

/**
 * The addresses in a choice of browser, such as `ws://pool:3000` or `http://10.0.0.5:9222,http://10.0.0.6:9222`; undefined where it names
 * a browser of this machine. A DeckError `usage` where one of several is no address, or of another kind.
 */
export function remoteEndpoints(choice: string | undefined): readonly URL[] | undefined {
  if (choice === undefined || !/:\/\/|^[\w.-]+:\d+$/.test(choice)) return undefined;
  const names = choice.split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].map(endpointOf);
}

/** How an endpoint is named in messages: without the password, key or token that its address may hold. */
export function shownEndpoint({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

function endpointOf(name: string): URL {
  const url = URL.canParse(name) ? new URL(name) : undefined;
  if (url !== undefined && ['ws:', 'wss:', 'http:', 'https:'].includes(url.protocol) && url.host !== '') return url;
  const bare = /^[\w.-]+:\d+$/.test(name) ? ` Did you mean http://${name}?` : '';
  const shown = name.replace(/\/\/[^/@]*@/, '//…@').replace(/\?.*$/s, '?…');
  throw new DeckError(
    'usage',
    `"${shown}" is no address of a browser. Expected one that begins with ws://, wss://, http:// or https://, several with commas between them.${bare}`,
  );
}
