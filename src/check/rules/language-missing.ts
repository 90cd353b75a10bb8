import type { Checked, Finding } from '../finding.js';

export function languageMissing({ deck: { settings, path } }: Checked): readonly Finding[] {
  if (settings.places?.lang !== undefined) return [];
  const message = 'The deck does not say which language it is in; English is assumed.';
  return [
    { message, place: { path, line: 1 }, cure: 'Write `lang: en`, or another language’s tag, in the front matter.' },
  ];
}
