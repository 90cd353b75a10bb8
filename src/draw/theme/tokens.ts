/**
 * A colour of the deck as a drawing uses it: the token, the colour Mermaid is given for it, and the colour in the finished SVG, where it
 * stands as `var(--token, colour)` so that a dark page shows a dark diagram. Mermaid computes with colours and refuses `var()`.
 * Where tokens share a colour, Mermaid is given a neighbour of it, so that the finished drawing still tells them apart.
 */
export interface Token {
  readonly name: string;
  readonly drawn: string;
  readonly colour: string;
}

export const tokens: readonly Token[] = [
  token('--paper', '#fbfaf7'),
  token('--ink', '#1b2230'),
  token('--muted', '#454c5c'),
  token('--hair', '#c9c6bd'),
  token('--shade', '#f1eee6'),
  token('--grey-tint', '#e9e6dd'),
  token('--accent', '#7a2360'),
  token('--blue', '#18356f', '#18356e'),
  token('--blue-fill', '#18356f'),
  token('--blue-on', '#fbfaf7', '#fbfaf6'),
  token('--red', '#992b1b', '#992b1a'),
  token('--red-fill', '#992b1b'),
  token('--red-on', '#fbfaf7', '#fbfaf5'),
  token('--teal', '#1c7a6e', '#1c7a6d'),
  token('--teal-fill', '#1c7a6e'),
  token('--teal-on', '#fbfaf7', '#fbfaf4'),
  token('--amber', '#b8891c', '#b8891b'),
  token('--amber-fill', '#b8891c'),
  token('--amber-on', '#1b2230', '#1b2231'),
  token('--violet', '#7d55c0', '#7d55bf'),
  token('--violet-fill', '#7d55c0'),
  token('--violet-on', '#fbfaf7', '#fbfaf3'),
  // Mermaid writes these into some kinds whatever the theme says.
  { name: '--ink', drawn: '#000000', colour: '#1b2230' },
  { name: '--ink', drawn: '#333333', colour: '#1b2230' },
  { name: '--muted', drawn: '#444444', colour: '#454c5c' },
  { name: '--muted', drawn: '#666666', colour: '#454c5c' },
  { name: '--paper', drawn: '#ffffff', colour: '#fbfaf7' },
];

/** The colour Mermaid is given for a token. */
export function drawn(name: string): string {
  const found = tokens.find((token) => token.name === name);
  if (found === undefined) throw new Error(`No token ${name}`);
  return found.drawn;
}

function token(name: string, colour: string, drawn = colour): Token {
  return { name, drawn, colour };
}
