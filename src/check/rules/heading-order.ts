import type { Slide } from '../../model.js';
import { placeOf } from '../../parse/token.js';
import { type Finding, rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const headingOrder = rule('heading-order', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'A heading more than one level below the heading before it on its slide, or a slide that begins below the second level.',
  why: 'Who listens to a page goes from heading to heading; a missing level sounds like a missing part.',
  wrong: `## Ports

#### Kalvik`,
  right: `## Ports

### Kalvik`,
  check: ({ deck }) => deck.slides.flatMap(skippedLevels),
});

function skippedLevels({ tokens }: Slide): readonly Finding[] {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  return headings.flatMap((heading, index) => {
    const level = levelOf(heading.tag);
    const above = headings[index - 1];
    const allowed = above === undefined ? 2 : levelOf(above.tag) + 1;
    if (level <= allowed) return [];
    const message = `A heading of level ${level} ${above === undefined ? 'opens the slide' : `follows one of level ${allowed - 1}`}.`;
    return [{ message, place: placeOf(heading), cure: `Write it as level ${allowed}, \`${'#'.repeat(allowed)} …\`.` }];
  });
}

function levelOf(tag: string): number {
  return Number(tag.slice(1));
}
