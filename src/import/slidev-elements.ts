import type { HtmlPiece } from '../parse/html-pieces.js';
import type { SlideDraft } from './slide-draft.js';

/** Attributes of steps; what they say is in `fragment` here. */
const steps = ['v-click', 'v-after', 'v-clicks'];

/** Elements and attributes of Slidev, of Vue and of components (https://sli.dev/guide/animations). */
export function slidevElements(draft: SlideDraft): void {
  const open: Opened[] = [];
  for (const piece of draft.html) {
    if (piece.name !== undefined) opened(piece, piece.name, draft, open);
    else if (piece.closes !== undefined) closed(piece, piece.closes, draft, open);
  }
  // What is left open would take in the notes.
  for (const { end } of open.toReversed()) draft.replace(draft.text.length, draft.text.length, end);
  for (const found of draft.bare.matchAll(/\{\{[^{}\n]*\}\}/g)) {
    draft.say('lost', found.index, found[0], 'Is computed there, and stands here as it was typed. Write its value.');
  }
}

/** What is put in place of an element's end. */
interface Opened {
  readonly name: string;
  readonly end: string;
}

function opened(piece: HtmlPiece, name: string, draft: SlideDraft, open: Opened[]): void {
  const { start, end, attributes, selfClosing } = piece;
  const typed = draft.text.slice(start, end);
  const kind = name.toLowerCase().replace(/^v(clicks?)$/, 'v-$1');
  if (name === 'style') {
    if (!attributes.some(([key]) => key === 'scoped')) draft.replace(start, end, '<style scoped>');
    draft.say('kept', start, typed, 'Is kept, for this slide alone. Its selectors may be of Slidev’s theme.');
  } else if (steps.includes(kind)) {
    const isBlock = isAlone(draft, start, end);
    const isHiding = attributes.some(([key]) => key === 'hide');
    const [by, close] = stepMarks(kind, isBlock, isHiding);
    draft.replace(start, end, by);
    if (!selfClosing) open.push({ name, end: close });
    draft.say('changed', start, typed, isBlock ? `Is \`${by.trim()}\`.` : 'Comes with a step of its own.');
  } else if (name === 'script') {
    const close = draft.html.find((one) => one.closes === 'script' && one.start >= end);
    draft.replace(start, close?.end ?? draft.text.length, '');
    draft.say('lost', start, typed, 'Is left out: no program of the deck is run.');
  } else if (isForSpeaker(piece)) {
    const close = draft.html.find((one) => one.closes?.toLowerCase() === name.toLowerCase() && one.start >= end);
    const said = draft.text.slice(end, close?.start ?? draft.text.length).trim();
    draft.replace(start, close?.end ?? draft.text.length, '');
    if (said !== '') draft.notes.push(said);
    draft.say('changed', start, typed, 'Is shown to the speaker alone there; it stands below `Note:`.');
  } else if (isForeign(name)) {
    const link = linkOf(piece, kind);
    draft.replace(start, end, link);
    if (!selfClosing) open.push({ name, end: '' });
    const kept = selfClosing ? 'Is left out' : 'Is taken away, and what it holds is kept';
    const message = link === '' ? `${kept}: components of Vue are not run.` : 'Is a link.';
    draft.say(link === '' ? 'lost' : 'changed', start, typed, message);
  } else ownAttributes(piece, draft);
}

/** `<RenderWhen context="presenter">`, also with several of the speaker's contexts (https://sli.dev/builtin/components#renderwhen). */
function isForSpeaker({ name, attributes, selfClosing }: HtmlPiece): boolean {
  if (name?.toLowerCase().replace('-', '') !== 'renderwhen' || selfClosing) return false;
  const context = attributes.find(([key]) => key.replace(/^:/, '') === 'context')?.[1] ?? '';
  const named = context.match(/[a-z]+/gi) ?? [];
  return named.length > 0 && named.every((one) => /^(presenter|previewNext|overview)$/.test(one));
}

/** What a component shows of the web, as a link; empty where it shows nothing. */
function linkOf({ attributes, selfClosing }: HtmlPiece, kind: string): string {
  const given = (name: string): string | undefined => attributes.find(([key]) => key === name)?.[1];
  const film = kind === 'youtube' ? given('id') : undefined;
  if (film !== undefined) return `<https://www.youtube.com/watch?v=${encodeURIComponent(film)}>`;
  const address = given('src') ?? given('to') ?? given('href');
  return selfClosing && address !== undefined && /^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : '';
}

function stepMarks(kind: string, isBlock: boolean, isHiding: boolean): readonly [open: string, close: string] {
  if (!isBlock) return [`<span class="fragment${isHiding ? ' fade-out' : ''}">`, '</span>'];
  if (kind === 'v-clicks') return ['\n::: incremental\n', '\n:::\n'];
  return [isHiding ? '\n::: {.fragment .fade-out}\n' : '\n::: fragment\n', '\n:::\n'];
}

function closed({ start, end }: HtmlPiece, name: string, draft: SlideDraft, open: Opened[]): void {
  const at = open.findLastIndex((one) => one.name.toLowerCase() === name.toLowerCase());
  const found = open[at];
  if (found !== undefined) {
    open.splice(at, 1);
    draft.replace(start, end, found.end);
  } else if (isForeign(draft.text.slice(start + 2, end - 1).trim())) draft.replace(start, end, '');
}

/** A component: a capital, a colon of an icon, or a hyphen in the name. */
function isForeign(name: string): boolean {
  return /[A-Z:-]/.test(name) && !/^(h[1-6]|[A-Z]+)$/.test(name);
}

function isAlone(draft: SlideDraft, start: number, end: number): boolean {
  const lineStart = draft.text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = draft.text.indexOf('\n', end);
  const before = draft.text.slice(lineStart, start);
  const after = draft.text.slice(end, lineEnd === -1 ? draft.text.length : lineEnd);
  return before.trim() === '' && after.trim() === '';
}

/** What HTML's own elements carry of Vue: steps become fragments, the rest is said. */
function ownAttributes({ start, end, name = '', attributes, selfClosing }: HtmlPiece, draft: SlideDraft): void {
  const isVue = ([key]: HtmlPiece['attributes'][number]): boolean => key.startsWith('v-') || /^[@:#]/.test(key);
  const own = attributes.filter(isVue);
  const utility = attributes.find(([key, value]) => key === 'class' && value !== '')?.[1];
  if (utility !== undefined)
    draft.say(
      'kept',
      start,
      `class="${utility}"`,
      'Is kept. Classes of UnoCSS have no look here: a `style.css` beside the deck can give them one.',
    );
  if (own.length === 0) return;
  const step = own.find(([key]) => steps.includes(key.replace(/\.hide$/, '')));
  const order = step !== undefined && /^\d+$/.test(step[1]) ? [['data-fragment-index', step[1]] as const] : [];
  const isHiding = step?.[0].endsWith('.hide') ?? false;
  const classes = [utility, step === undefined ? undefined : `fragment${isHiding ? ' fade-out' : ''}`].filter(
    (one) => one !== undefined,
  );
  const kept = [
    ...(classes.length === 0 ? [] : [['class', classes.join(' ')] as const]),
    ...order,
    ...attributes.filter((one) => !isVue(one) && one[0] !== 'class'),
  ].map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${value.replaceAll('"', '&quot;')}"`));
  draft.replace(start, end, `<${name}${kept.join('')}${selfClosing ? ' /' : ''}>`);
  for (const [key, value] of own) {
    const typed = value === '' ? key : `${key}="${value}"`;
    if (step?.[0] === key) draft.say('changed', start, typed, 'Is the class `fragment`.');
    else draft.say('lost', start, typed, 'Is left out: no program of the deck is run.');
  }
}
