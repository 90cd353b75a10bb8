/**
 * Makes what gives months after a day the form that the language has for them: "29 января", where CSL has one term a month and makes
 * "29 январь" (Russian, Ukrainian, Polish, Czech, Greek and others; CSL 1.0.2, "Months"). `terms` are CSL's twelve. A text stays as it is
 * where the language has one form, or is not known.
 */
export function monthInflector(terms: readonly string[], lang: string): (text: string) => string {
  const forms = new Map(
    monthsAfterDay(lang).flatMap((form, month) => {
      const term = terms[month]?.toLocaleLowerCase(lang);
      return term === undefined || term === form.toLocaleLowerCase(lang) ? [] : [[term, form] as const];
    }),
  );
  if (forms.size === 0) return (text) => text;
  return (text) =>
    text.replace(/(?<![\p{L}\p{N}])(\d{1,2}\.?\s)(\p{L}+)/gu, (all, day: string, word: string) => {
      const form = forms.get(word.toLocaleLowerCase(lang));
      return form === undefined ? all : `${day}${form}`;
    });
}

/** Of the Unicode CLDR; none where a month is more than a word there ("de gener"). */
function monthsAfterDay(lang: string): readonly string[] {
  const format = new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => format.formatToParts(new Date(Date.UTC(2024, month, 1))));
  const names = months.map((parts) => parts.find(({ type }) => type === 'month')?.value ?? '');
  return names.every((name) => /^\p{L}+$/u.test(name)) ? names : [];
}
