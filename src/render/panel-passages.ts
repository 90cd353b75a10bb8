import { escapeHtml } from '../escape-html.js';
import type { FoundWords, SourceText } from '../model.js';
import { lettersOf } from './claim-words.js';
import type { PanelEntry } from './panel-entries.js';

/** Words of one paragraph that a claim rests on, as HTML. */
export interface Passage {
  readonly source: string;
  readonly paragraph?: number;
  readonly html: string;
}

/**
 * The words a claim rests on, a passage a paragraph, the match marked. The rest of the paragraph stands around them only where its text
 * is given, and there is but one. Beside quotations and anchors names say nothing more. Where no text was looked at, the words are the
 * deck's own, unmarked.
 */
export function passagesOf(entry: PanelEntry, texts: readonly SourceText[], lang: string): readonly Passage[] {
  const isVerbatim = ({ kind }: FoundWords): boolean => kind === 'quotation' || kind === 'anchor';
  const isQuoted = entry.found.some(isVerbatim);
  const byParagraph = new Map<string, FoundWords[]>();
  for (const one of entry.found) {
    if (isQuoted && one.kind === 'name') continue;
    const name = `${one.source} ${one.paragraph}`;
    byParagraph.set(name, [...(byParagraph.get(name) ?? []), one]);
  }
  if (byParagraph.size === 0) {
    const paragraphs = whole(entry, texts);
    return paragraphs.length > 0 ? paragraphs : claimed(entry);
  }
  const inOrder = [...byParagraph.values()].sort(([one], [other]) =>
    one?.source === other?.source ? (one?.paragraph ?? 0) - (other?.paragraph ?? 0) : 0,
  );
  return inOrder.map((words) => {
    const inFull = words.some(isVerbatim) ? words.filter(isVerbatim) : words;
    return (byParagraph.size === 1 ? inParagraph(inFull, texts, lang) : undefined) ?? alone(words);
  });
}

/** Found words by themselves. */
function alone(found: readonly FoundWords[]): Passage {
  const words = apart(found).map((one) => one.words);
  const html = `<p>… ${words.map(marked).join(' … ')} …</p>`;
  return { ...placeOf(found), html };
}

/** Found words in their paragraph, the sentences they stand in apart from the rest. */
function inParagraph(found: readonly FoundWords[], texts: readonly SourceText[], lang: string): Passage | undefined {
  const place = placeOf(found);
  const text = textOf(place, texts);
  const ranges = joined(found.flatMap(({ range }) => range ?? []));
  const [start, end] = [ranges[0]?.start, ranges.at(-1)?.end];
  if (text === undefined || start === undefined || end === undefined) return undefined;
  const [first, last] = sentencesAround(text, start, end, lang);
  let html = '';
  let at = first;
  for (const range of ranges) {
    html += escapeHtml(text.slice(at, range.start)) + marked(text.slice(range.start, range.end));
    at = range.end;
  }
  html += escapeHtml(text.slice(at, last).trimEnd());
  const [before, after] = [text.slice(0, first).trim(), text.slice(last).trim()];
  return { ...place, html: `${rest(before)}<p>${html}</p>${rest(after)}` };
}

/** Paragraphs that are cited without words to look for. */
function whole({ citations }: PanelEntry, texts: readonly SourceText[]): readonly Passage[] {
  return citations.flatMap(({ key, locators, parts }) => {
    const [source, paragraph] = [key, locators[0]?.[0] ?? parts?.[0]?.paragraphs?.[0] ?? -1];
    const text = textOf({ source, paragraph }, texts);
    return text === undefined ? [] : [{ source, paragraph, html: rest(text) }];
  });
}

type PassagePlace = Pick<FoundWords, 'source' | 'paragraph'>;

function placeOf(found: readonly FoundWords[]): PassagePlace {
  const [{ source, paragraph } = { source: '', paragraph: 0 }] = found;
  return { source, paragraph };
}

function textOf({ source, paragraph }: PassagePlace, texts: readonly SourceText[]): string | undefined {
  return texts.find(({ key }) => key === source)?.paragraphs.find(({ number }) => number === paragraph)?.text;
}

function marked(words: string): string {
  return `<mark>${escapeHtml(words)}</mark>`;
}

function rest(words: string): string {
  return words === '' ? '' : `<p class="rest">${escapeHtml(words)}</p>`;
}

/** Where the sentences begin and end in which a stretch stands. */
function sentencesAround(
  text: string,
  start: number,
  end: number,
  lang: string,
): readonly [first: number, last: number] {
  const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)];
  const first = sentences.findLast(({ index }) => index <= start)?.index ?? 0;
  const next = sentences.find(({ index }) => index >= end)?.index;
  return [first, next ?? text.length];
}

/** In order, those that touch made one. */
function joined(ranges: readonly { readonly start: number; readonly end: number }[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** In order, without what stands inside another. */
function apart(found: readonly FoundWords[]): readonly FoundWords[] {
  const ordered = [...found].sort((a, b) => a.fromWord - b.fromWord || b.toWord - a.toWord);
  return ordered.filter((one, index) => !ordered.slice(0, index).some(({ toWord }) => one.toWord <= toWord));
}

/** What a claim says it rests on: its anchors and quotations. A mark without a claim may stand beside a question: it gives none away. */
function claimed({ claim, text, citations }: PanelEntry): readonly Passage[] {
  if (claim === undefined) return [];
  const anchored = citations.filter(({ anchor }) => anchor !== undefined);
  const letters = lettersOf(text);
  const quoted = claim.quotations
    .map(({ start, end }) => claim.text.slice(start, end))
    .filter((words) => letters.includes(lettersOf(words)));
  const [first] = citations;
  return [
    ...anchored.map(({ key, anchor = '', locators }) => unmarked(anchor, key, locators[0]?.[0])),
    ...(first === undefined ? [] : quoted.map((words) => unmarked(words, first.key, first.locators[0]?.[0]))),
  ];
}

function unmarked(words: string, source: string, paragraph: number | undefined): Passage {
  const html = `<p>… ${escapeHtml(words)} …</p>`;
  return { source, html, ...(paragraph === undefined ? {} : { paragraph }) };
}
