import { escapeHtml } from '../../escape-html.js';

/**
 * What the head of every page says of requests: its policy, and that the hosts of its links are not looked up before a reader follows
 * them, which a policy says nothing of (browsers do so on pages that came by plain HTTP).
 */
export function policyElements(...policy: Parameters<typeof contentSecurityPolicy>): readonly string[] {
  return [
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(...policy))}">`,
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
  ];
}

/**
 * The policy under which a page may load its own parts and nothing else. Reveal's print view writes its page size into a style
 * sheet and decks use `style=`, so styles cannot be bound to hashes; its speaker view shows the deck in frames.
 */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  sources: readonly string[],
  connectSources: readonly string[] = [],
): string {
  const own = sources.map((source) => ` ${source}`).join('');
  const hashes = [...new Set(scriptHashes)].map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src${hashes}${own}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "frame-src 'self'",
    `connect-src ${connectSources.length === 0 ? "'none'" : connectSources.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
