import type { Checked, Finding } from '../finding.js';

export function headingMissing({ deck }: Checked): readonly Finding[] {
  return deck.slides
    .filter(({ title, layout, tokens }) => title === '' && layout !== 'blank' && tokens.length > 0)
    .map(({ number, place }) => ({
      message: `Slide ${number} has no heading.`,
      place,
      cure: 'Write one, `## What the slide claims`, or choose {layout=blank}.',
    }));
}
