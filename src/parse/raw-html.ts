/** How a block of raw HTML begins whose end is a mark of its own, and that end, both in lower case. */
export interface OwnEnd {
  readonly opening: string;
  readonly end: string;
}

/** Longest first: a comment begins like a declaration (CommonMark, HTML blocks of the kinds 1 to 5). */
const ownEnds: readonly OwnEnd[] = [
  { opening: '<script', end: '</script>' },
  { opening: '<pre', end: '</pre>' },
  { opening: '<style', end: '</style>' },
  { opening: '<textarea', end: '</textarea>' },
  { opening: '<!--', end: '-->' },
  { opening: '<![cdata[', end: ']]>' },
  { opening: '<!', end: '>' },
  { opening: '<?', end: '?>' },
];

/** What ends a block of raw HTML wherever blank lines are: code, scripts, styles, comments. Undefined for other elements. */
export function ownEnd(html: string): OwnEnd | undefined {
  const start = html.slice(0, 10).toLowerCase();
  return ownEnds.find(({ opening }) => start.startsWith(opening));
}

/** Whether an element needs no closing tag. */
export function needsNoEnd(name: string): boolean {
  return unclosed.test(name);
}

const unclosed = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i;

/** Whether every element that begins in a piece of raw HTML ends in it. */
export function isClosed(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = '', end] of html.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi)) {
    if (end !== '/' && !unclosed.test(name)) depth += slash === '/' ? -1 : 1;
  }
  return depth <= 0;
}
