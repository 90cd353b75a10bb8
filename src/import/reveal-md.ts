import { divideAtLines, separatorSettings } from './divide-at-lines.js';
import { readForeignFrontMatter, writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { SlideDraft } from './slide-draft.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/**
 * A deck of reveal-md (https://github.com/webpro/reveal-md). Ours reads it as it is; the import brings what stands in its JSON files into
 * the front matter, and our own lines in place of separators that are patterns.
 */
export function importRevealMd(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const front = readForeignFrontMatter(deck, remarks);
  const settings = objectIn('reveal-md.json', deck, remarks);
  const options = objectIn('reveal.json', deck, remarks);
  const own = asObject(front.values.revealOptions);
  const revealOptions = { ...asObject(settings.revealOptions), ...options, ...own };
  const values: Readonly<Record<string, unknown>> = {
    ...settings,
    ...front.values,
    ...(Object.keys(revealOptions).length === 0 ? {} : { revealOptions }),
  };
  const head = writeFrontMatter({ ...front, values }, new Set(separatorSettings), {}, deck.path, remarks);
  const divided = divideAtLines(deck, front.bodyLine, values, '----');
  for (const key of separatorSettings) {
    if (!(key in values)) continue;
    const typed = `${key}: ${String(values[key])}`;
    const message = 'Is one of our own lines, `---`, `----` or `Note:`.';
    remarks.push({ fate: 'changed', place: { path: deck.path, line: front.lineOf(key) }, typed, message });
  }
  const slides = divided.map(({ note, ...slide }) => {
    const draft = new SlideDraft(slide, remarks);
    if (note !== undefined && note !== '') draft.notes.push(note);
    return writeSlide(draft);
  });
  return { head, slides, below: new Set(divided.flatMap(({ isBelow }, index) => (isBelow === true ? [index] : []))) };
}

/** What a JSON file beside the deck holds; empty where there is none, or it cannot be read, which is said. */
function objectIn(path: string, { textOf }: ForeignDeck, remarks: ImportRemark[]): Readonly<Record<string, unknown>> {
  const text = textOf(path);
  if (text === undefined) return {};
  const place = { path, line: 1 };
  try {
    const value = asObject(JSON.parse(text));
    const keys = Object.keys(value).join(', ');
    remarks.push({ fate: 'changed', place, typed: keys, message: 'Stands in the front matter.' });
    return value;
  } catch (error) {
    const message = `Is no JSON, and is left out: ${error instanceof Error ? error.message : String(error)}.`;
    remarks.push({ fate: 'lost', place, typed: path, message });
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
