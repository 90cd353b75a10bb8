import type { Slide } from '../../model.js';
import type { Checked, Finding } from '../finding.js';
import { slidePlace } from '../slide-place.js';

export function duplicateTitle({ deck: { slides } }: Checked): readonly Finding[] {
  const byTitle = new Map<string, readonly Slide[]>();
  return slides.flatMap((slide) => {
    const earlier = byTitle.get(slide.title.toLowerCase()) ?? [];
    byTitle.set(slide.title.toLowerCase(), [...earlier, slide]);
    const first = earlier.find((other) => haveReadersInCommon(slide, other));
    // What is no word is a heading that is still to be written, and said by another rule.
    if (first === undefined || !/[\p{L}\p{N}]/u.test(slide.title)) return [];
    const message = `"${slide.title}" is the heading of slide ${first.number} too.`;
    return [{ message, place: slidePlace(slide), cure: 'Say in the headings how the two differ.' }];
  });
}

function haveReadersInCommon(one: Slide, other: Slide): boolean {
  return one.audience === undefined || other.audience === undefined || one.audience === other.audience;
}
