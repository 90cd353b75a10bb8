import type { Slide } from '../../model.js';
import { rule } from '../rule.js';
import { slidePlace } from '../slide-place.js';

/** Found by looking at the parsed deck. */
export const duplicateTitle = rule('duplicate-title', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'Two slides with the same heading, unless one is for students and one for the teacher.',
  why: 'In the table of contents and in the bookmarks nobody can tell them apart, and a claim made twice is one slide too many.',
  wrong: `## Ports

---

## Ports`,
  right: `## Ports grow

---

## Ports shrink`,
  check({ deck: { slides } }) {
    const byTitle = new Map<string, readonly Slide[]>();
    return slides.flatMap((slide) => {
      const earlier = byTitle.get(slide.title.toLowerCase()) ?? [];
      byTitle.set(slide.title.toLowerCase(), [...earlier, slide]);
      const first = earlier.find((other) => haveReadersInCommon(slide, other));
      if (first === undefined || slide.title === '') return [];
      const message = `"${slide.title}" is the heading of slide ${first.number} too.`;
      return [{ message, place: slidePlace(slide), cure: 'Say what sets the two apart.' }];
    });
  },
});

function haveReadersInCommon(one: Slide, other: Slide): boolean {
  return one.audience === undefined || other.audience === undefined || one.audience === other.audience;
}
