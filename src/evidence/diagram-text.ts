import type { LineBreak } from '../model.js';

/** What a diagram says, one label a line, where in its code each stands, and whether numbers in it are statements rather than positions. */
export interface DiagramText {
  readonly text: string;
  readonly ignoreNumbers: boolean;
  readonly breaks: readonly LineBreak[];
}

/** Kinds whose numbers place or size things. */
const positional =
  /^(?:quadrantChart|gitGraph|block(?:-beta)?|packet(?:-beta)?|architecture(?:-beta)?|C4\w*|radar(?:-beta)?)\b/;
const settings =
  /^\s*(?:%%|direction\b|classDef\b|class\b|style\b|linkStyle\b|click\b|accTitle\b|accDescr\b|autonumber\b|end\s*$|dateFormat\b|axisFormat\b|tickInterval\b|todayMarker\b|cssClass\b|UpdateRelStyle\b|UpdateLayoutConfig\b)/;
const syntax =
  /"|\[\(|[[\](){}|]|:::[\w-]+|<[|\w/ ]*>|(?:^|\s)(?:[<ox*|]{0,2}(?:--+|==+|-\.+-?|\.\.+|~~~+)[>ox*|)]{0,2}|-?-?>>|--?[x)])(?=\s|$|\w|[|"])|\w-?->>[+-]?\w+|;\s*$/gu;
const keyword =
  /^\s*(?:section|title|participant|actor|state|subgraph|note (?:over|left of|right of)(?: [\w, ]+)?|loop|alt|else|opt|par|and|critical|break|box|rect|class|namespace|x-axis|y-axis|journey|Person|System|Rel)\b(?:\s+\S+\s+as\b)?/u;

/**
 * The words of a Mermaid diagram that are shown: labels, without Mermaid's marks, identifiers and settings. Mermaid has no grammar
 * one could ask without a browser, so this reads what its kinds have in common: labels stand in brackets, in quote marks or after
 * a colon. Paragraph numbers (`¶5`) are pointers, and the ends of an axis a frame, not words.
 */
export function diagramText(code: string): DiagramText {
  const lines = code
    .replace(/^---\n[\s\S]*?\n---\n/, withoutWords)
    .replace(/^\s*accDescr\s*\{[^}]*\}/m, withoutWords)
    .replace(/^(\s*[xy]-axis\b.*?)-?[\d.]+\s*-->\s*-?[\d.]+\s*$/gm, '$1')
    .split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  const kind = lines[first]?.trim() ?? '';
  const labels = lines.flatMap((line, index) =>
    index === first || settings.test(line) ? [] : labelsOf(line).map((label) => ({ label, line: index + 1 })),
  );
  return { ...joinLabels(labels), ignoreNumbers: positional.test(kind) };
}

/** Labels one a line; `line` says how many lines below the fence each stands. */
export function joinLabels(
  labels: readonly { readonly label: string; readonly line: number }[],
): Pick<DiagramText, 'text' | 'breaks'> {
  let text = '';
  const breaks = labels.map(({ label, line }): LineBreak => {
    if (text !== '') text += '\n';
    const at = text.length;
    text += label;
    return { at, line };
  });
  return { text, breaks };
}

function withoutWords(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function labelsOf(line: string): string[] {
  const [before = '', after] = splitAtColon(line.replace(keyword, ' '));
  const named = before
    .split(syntax)
    .map((piece) => clean(piece))
    .filter((piece) => !isIdentifier(piece) || isLabel(piece, line));
  const said = (after ?? '').split(/\s:\s|"|\[\[|\]\]/u).map((piece) => clean(piece));
  return [...named, ...said].filter((piece) => /\p{L}{2}|\d/u.test(piece));
}

function clean(piece: string | undefined): string {
  return (piece ?? '')
    .replace(/¶¶?\s?\d+(?:[-–]\d+)?/gu, '')
    .replace(/<br\s*\/?>|\\n/gu, ' ')
    .replace(/^[\s:,]+|\s+$/g, '');
}

/** A colon followed by words begins a message, a label or an event. */
function splitAtColon(line: string): readonly string[] {
  const at = line.search(/(?<!:):(?!:)(?=\s|\S)/u);
  return at === -1 || /["[({|]/.test(line.slice(0, at)) ? [line] : [line.slice(0, at), line.slice(at + 1)];
}

/** What stands in brackets, quote marks or between bars is shown, however short; so is who takes part under no other name. */
function isLabel(piece: string, line: string): boolean {
  if (piece === '') return false;
  if (/^\s*(?:participant|actor)\s/.test(line)) return !/\sas\s/.test(line);
  for (let from = line.indexOf(piece); from !== -1; from = line.indexOf(piece, from + 1)) {
    const isOpened = /[[({|"]\s*$/.test(line.slice(0, from));
    if (isOpened && /^\s*[\])}|"]/.test(line.slice(from + piece.length))) return true;
  }
  return false;
}

function isIdentifier(piece: string): boolean {
  return /^(?:as )?[a-z_][\w-]*$|^[A-Z]\w?$|^[\w.-]+\s*(?:&\s*[\w.-]+\s*)+$|^<<\w+>>$/.test(piece);
}
