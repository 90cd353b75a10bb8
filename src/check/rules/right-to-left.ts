import { isRightToLeft } from '../../render/right-to-left.js';
import { rule } from '../rule.js';

export const rightToLeft = rule('right-to-left', {
  group: 'settings',
  severity: 'note',
  needs: 'text',
  what: 'A deck in a language that is written from right to left. Its text runs that way; its layout is not mirrored yet.',
  why: 'Pictures, drawings and what stands beside them keep the places they have in a deck that runs from left to right.',
  wrong: `---
title: שקופיות
lang: he
---

# שקופיות`,
  right: `---
title: Slides
lang: en
---

# Slides`,
  check({ deck: { settings, path } }) {
    if (!isRightToLeft(settings.lang)) return [];
    const message = `Text runs from right to left, as \`lang: ${settings.lang}\` asks; the layout is not mirrored yet.`;
    const place = settings.places?.lang ?? { path, line: 1 };
    return [{ message, place, cure: 'Look at slides with pictures, drawings and maps, and at the papers.' }];
  },
});
