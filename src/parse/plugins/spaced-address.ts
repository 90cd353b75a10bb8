import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/** An address with spaces that ends like a file's name, and a title. */
const address = /^\(\s*((?:[^()<>\n"\\]|\([^()<>\n"\\]*\))+?\.\w{2,5})(?:\s+"([^"\n]*)")?\s*\)/;

/**
 * `![A quay](my pic.svg)` and `[Notes](my notes.pdf)`: an address with bare spaces, which Pandoc takes and CommonMark leaves as text. Only
 * for names of files, so that brackets in a text stay brackets.
 */
export function spacedAddress(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'spaced_address', readSpaced);
}

function readSpaced(state: StateInline, silent: boolean): boolean {
  const { src, pos: start, posMax, md } = state;
  const isImage = src[start] === '!';
  const open = isImage ? start + 1 : start;
  if (src[open] !== '[' || !mayHoldOne(state)) return false;
  const labelEnd = md.helpers.parseLinkLabel(state, open, !isImage);
  const found = src[labelEnd + 1] !== '(' || labelEnd === -1 ? null : address.exec(src.slice(labelEnd + 1, posMax));
  const [whole = '', path = '', title] = found ?? [];
  if (!/\s/.test(path)) return false;
  if (!silent) {
    const href = md.normalizeLink(md.utils.unescapeAll(path));
    if (isImage) pushImage(state, src.slice(open + 1, labelEnd), href, title);
    else {
      const link = state.push('link_open', 'a', 1);
      link.attrs = [['href', href]];
      if (title !== undefined) link.attrSet('title', title);
      state.pos = open + 1;
      state.posMax = labelEnd;
      state.linkLevel++;
      md.inline.tokenize(state);
      state.linkLevel--;
      state.push('link_close', 'a', -1);
    }
  }
  state.pos = labelEnd + 1 + whole.length;
  state.posMax = posMax;
  return true;
}

/** Asked once a text: to look for the end of each bracket takes long where thousands are open. */
function mayHoldOne(state: StateInline): boolean {
  const { src } = state;
  const known = held.get(state) ?? (src.includes('](') && /\s/.test(src) && /\.\w{2,5}/.test(src));
  held.set(state, known);
  return known;
}

const held = new WeakMap<StateInline, boolean>();

function pushImage(state: StateInline, label: string, src: string, title: string | undefined): void {
  const children: Token[] = [];
  state.md.inline.parse(label, state.md, state.env, children);
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', src],
    ['alt', ''],
  ];
  if (title !== undefined) token.attrSet('title', title);
  token.children = children;
  token.content = label;
}
