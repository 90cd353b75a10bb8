import { dateOf } from './head-dates.js';

/** Where and when a text appeared, as a line over its title says. */
export interface IssueLine {
  /** Absent for a name of one word, which may be a place. */
  readonly container?: string;
  /** In ISO 8601, as much as the line gives. */
  readonly date: string;
}

/**
 * Reads "Journal of Northern Ports, 12 March 2023", "Ports Monitor, Vol. 3, No. 2, 29.01.2024", "Hafenblatt (14. März 2021)". Undefined
 * where a line is no name with a date behind it. A title may be one too ("The storm, 3 July 1944"): ask only where another line is left
 * to be it.
 */
export function issueLine(line: string): IssueLine | undefined {
  const text = line.trim();
  if (text.length > longestLine) return undefined;
  const divided = [...text.matchAll(divider)].map((found) => [
    text.slice(0, found.index).trim(),
    text
      .slice(found.index + found[0].length)
      .replace(/\)$/, '')
      .trim(),
  ]);
  for (const [name = '', rest = ''] of divided) {
    const date = dateOf(rest);
    if (date === undefined || dateOf(name) !== undefined) continue;
    const container = name.replace(volume, '').trim();
    if (!/^["“„«]?\p{Lu}/u.test(container) || /[.!?]$/.test(container)) return undefined;
    return /\s/.test(container) ? { container, date } : { date };
  }
  return undefined;
}

/** A name of twelve words, its volume and a date. */
const longestLine = 140;

const divider = /\s*[,;|·•(]\s*|\s+[–—-]\s+/gu;

/** "Vol. 3, No. 2", "Jg. 12, Heft 4", "т. 3, № 2", "R. 12, nr 3". */
const volume =
  /(?:\s*[,;|·•(]\s*|\s+[–—-]\s+)(?:vol(?:ume)?|no|nr|issue|jg|jahrgang|bd|heft|ausgabe|tome|n[°º]|tom|r|t|т|том|вып|выпуск|вип|випуск|nro?|№)\.?\s*\d.*$/iu;
