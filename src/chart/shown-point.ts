import type { ChartAxis } from '../model.js';

/** A date in the language's short form; years, quarters and names as they were typed. */
export function shownPoint(name: string, at: number | undefined, axis: ChartAxis, lang: string): string {
  if (at === undefined || (axis !== 'months' && axis !== 'days')) return name;
  const day = axis === 'days' ? ({ day: 'numeric' } as const) : {};
  const form = new Intl.DateTimeFormat(lang, { ...day, month: 'short', year: 'numeric', timeZone: 'UTC' });
  return form.format(at).replace(/[\s\u202F]/gu, '\u00A0');
}
