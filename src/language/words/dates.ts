const form = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a year, a month or a day that there is: `2024`, `2024-02`, `2024-02-29`. */
export function isDate(text: string): boolean {
  if (!form.test(text)) return false;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** "May 2024", "29 May 2024", "2024" in a language; what is no such date stays as it was typed. */
export function dated(lang: string, date: string, month: 'short' | 'long' = 'long'): string {
  if (!isDate(date)) return date;
  const [year = 0, inYear, day] = date.split('-').map(Number);
  if (inYear === undefined) return String(year);
  const at = new Date(Date.UTC(year, inYear - 1, day ?? 1));
  const tag = tagOf(lang);
  const withDay = day === undefined ? {} : { day: 'numeric' as const };
  return new Intl.DateTimeFormat(tag, { year: 'numeric', month, ...withDay, timeZone: 'UTC' }).format(at);
}

/** English without a region is written with the day before the month. */
function tagOf(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}
