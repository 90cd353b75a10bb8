import { anyForm } from './word-forms.js';

/** A page of a text. */
export interface TextPage {
  readonly text: string;
  /** What the text itself calls it. */
  readonly label?: string;
}

const pageWord = anyForm(({ heads }) => heads.page);
/** A line that somebody put where a page begins: `[Page 3]`, `[S. 12]`, `--- Page 3 ---`. */
const marked = new RegExp(
  `^\\s*(?:\\[\\s*${pageWord}\\.?\\s*(\\w{1,7})\\s*\\]|[-–—=*]{2,}\\s*${pageWord}\\.?\\s*(\\w{1,7})\\s*[-–—=*]{2,})\\s*$`,
  'iu',
);

/** The pages of a text, by form feeds or by marks; one where it has neither. */
export function pagesOfText(text: string): readonly TextPage[] {
  if (text.trim().includes('\f')) {
    const pages = text.replace(/\f\s*$/, '').split('\f');
    return pages.map((page) => ({ text: page.replace(/^\n/, '') }));
  }
  const pages: { text: string; label?: string }[] = [{ text: '' }];
  for (const line of text.split('\n')) {
    const [, one, other] = marked.exec(line) ?? [];
    const label = one ?? other;
    if (label === undefined) (pages.at(-1) ?? { text: '' }).text += `${line}\n`;
    else pages.push({ text: '', label });
  }
  return pages.filter((page, index) => index > 0 || pages.length === 1 || page.text.trim() !== '');
}

/**
 * Takes lines away that come three times or more but for their numbers, as running heads do in a text whose page breaks are lost, and
 * page numbers between them. `dropped` names what was taken away.
 */
export function withoutRepeatedLines(text: string): { readonly text: string; readonly dropped: readonly string[] } {
  const lines = text.split('\n');
  const isBlank = (index: number): boolean => !/\p{L}/u.test(lines[index] ?? '');
  const patterns = lines.map((line, index) => {
    const standsAlone = isBlank(index - 1) && isBlank(index + 1);
    return standsAlone && isShort(line) ? line.trim().replace(/\d+/g, '#') : '';
  });
  const counts = new Map<string, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const isRepeated = (index: number): boolean => {
    const pattern = patterns[index] ?? '';
    return /\p{L}{3}/u.test(pattern) && (counts.get(pattern) ?? 0) >= 3;
  };
  const numbers = lines.flatMap((line, index) => (/^\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*$/.test(line) ? [index] : []));
  const rising = numbers.filter((line, index) => {
    const value = (at: number | undefined): number => Number(/\d+/.exec(lines[at ?? -1] ?? '')?.[0] ?? Number.NaN);
    return value(numbers[index + 1]) === value(line) + 1 || value(numbers[index - 1]) === value(line) - 1;
  });
  const isNumber = new Set(rising.length >= 3 ? rising : []);
  const dropped = new Set(lines.filter((_, index) => isRepeated(index)).map((line) => line.trim()));
  if (dropped.size === 0 && isNumber.size === 0) return { text, dropped: [] };
  return {
    text: lines.filter((_, index) => !isRepeated(index) && !isNumber.has(index)).join('\n'),
    dropped: [...new Map([...dropped].map((line) => [line.replace(/\d+/g, '#'), line])).values()],
  };
}

/** Running heads are short and end no sentence. */
function isShort(line: string): boolean {
  const text = line.trim();
  return text.length > 2 && text.length < 80 && !/[.!?,;:…”"»|]$/.test(text);
}
