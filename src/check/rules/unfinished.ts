import type { Checked, Finding } from '../finding.js';
import { slidePlace } from '../slide-place.js';

/** A heading of no letter and no digit, "…", is one that is to be written. */
export function unfinished({ deck: { slides, settings } }: Checked): readonly Finding[] {
  const open = slides.filter(({ title }) => /^(?:…|\.\.\.)$/.test(title.trim()));
  const place = settings.places?.unfinished;
  const marked: readonly Finding[] =
    settings.unfinished !== true || place === undefined
      ? []
      : [
          {
            message: `The deck is marked as unfinished${open.length === 0 ? '' : `; ${open.length} of its headings are to be written`}.`,
            place,
            cure: 'Take `unfinished: true` away when it is done.',
          },
        ];
  return [
    ...marked,
    ...open.map((slide) => ({
      message: 'The heading is still to be written.',
      place: slidePlace(slide),
      cure: 'Say in a sentence what the slide claims, or take the slide away.',
    })),
  ];
}
