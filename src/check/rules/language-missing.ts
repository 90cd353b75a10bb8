import { rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const languageMissing = rule('language-missing', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'A deck that does not say which language it is in.',
  why: 'Screen readers pronounce it, and words are divided and quotation marks set, as if it were English.',
  wrong: `---
title: Парты
---

# Парты`,
  right: `---
title: Парты
lang: be
---

# Парты`,
  check({ deck: { settings, path } }) {
    if (settings.places?.lang !== undefined) return [];
    const message = 'The deck does not say which language it is in; English is assumed.';
    return [
      { message, place: { path, line: 1 }, cure: 'Write `lang: en`, or another language’s tag, in the front matter.' },
    ];
  },
});
