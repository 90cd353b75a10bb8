import type { CslItem } from 'citeproc';
import type { Reference } from '../model.js';

/** Variables of CSL that hold a date. */
const dates = ['issued', 'accessed', 'available-date', 'event-date', 'original-date', 'submitted'];

/**
 * A bibliography entry as a CSL processor takes it. Pandoc's bibliographies write dates as EDTF text and leave the language out; a
 * processor wants parts, and would give words of other languages the capitals of an English title.
 */
export function cslItem(
  { place: _place, set: _set, superseded: _superseded, 'reprint-of': _reprint, ...entry }: Reference,
  lang: string,
): CslItem {
  const all: Record<string, unknown> = { type: 'document', language: languageOf(entry.title ?? '', lang), ...entry };
  for (const name of dates) if (all[name] !== undefined) all[name] = cslDate(all[name]);
  if (!hasAddress(entry)) delete all.URL;
  if (!isLanguage(all.language)) delete all.language;
  return { ...all, id: entry.id };
}

/** Whether its URL, if it has one, can become a link. */
export function hasAddress({ URL }: Pick<Reference, 'URL'>): boolean {
  return URL === undefined || /^https?:\/\//i.test(URL);
}

/** `2024-01-29`, `2023-11/2024-01`, `2024`; anything else stays as it is: parts, `raw` or `literal`. */
function cslDate(value: unknown): unknown {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  if (typeof text !== 'string' && typeof text !== 'number') return value;
  const days = String(text).split('/');
  const isDated = days.length <= 2 && days.every((day) => /^\d{4}(?:-\d\d){0,2}$/.test(day));
  return isDated ? { 'date-parts': days.map((day) => day.split('-').map(Number)) } : { literal: String(text) };
}

/** citeproc looks a language up in a plain object, and ends on names that every object has. */
function isLanguage(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{2,3}(?:-|$)/i.test(value);
}

/** The deck's language, unless the title is in another script. */
function languageOf(title: string, lang: string): string {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(title);
  if (!isCyrillic) return lang;
  return /^(?:be|bg|mk|ru|sr|uk)\b/.test(lang) ? lang : 'ru';
}
