import type { SlideDraft } from './slide-draft.js';

const names: Readonly<Record<string, string>> = {
  fig: 'Figure',
  tbl: 'Table',
  sec: 'Section',
  eq: 'Equation',
  lst: 'Listing',
};

/** What references may point to, with its number by kind in reading order (https://quarto.org/docs/authoring/cross-references.html). */
export function quartoTargets(text: string): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const found of text.matchAll(
    /\{[^{}\n]*#((fig|tbl|sec|eq|lst)-[\w-]+)|^\s*(?:#|%%)\|\s*label:\s*((fig|tbl|lst)-[\w-]+)/gm,
  )) {
    const [id, kind] = [found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? ''];
    if (targets.has(id)) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    targets.set(id, number);
  }
  return targets;
}

/** `@fig-x` is "Figure 1"; `@key` in running text is a citation. */
export function quartoReferences(draft: SlideDraft, targets: ReadonlyMap<string, number>): void {
  for (const found of draft.bare.matchAll(/(?<![\p{L}\p{N}[@\\;.-])(?:\[-?)?@((fig|tbl|sec|eq|lst)-[\w-]*\w)\]?/gu)) {
    const [typed, id = '', kind = ''] = found;
    const number = targets.get(id);
    const words = `${names[kind] ?? ''}${number === undefined ? '' : `\u00a0${number}`}`;
    draft.replace(found.index, found.index + typed.length, words);
    const message =
      number === undefined ? `Is \`${words}\`: what it points to is not in the deck.` : `Is \`${words}\`.`;
    draft.say(number === undefined ? 'lost' : 'changed', found.index, typed, message);
  }
}
