import { rule } from '../rule.js';

/** Found where the deck is parsed. */
export const undivided = rule('undivided', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A text with many headings that nothing divides into slides.',
  why: 'Pandoc begins a slide at each heading by itself; here a line `---` does, or headings where `slide-level` says so.',
  wrong: `---
title: Ports
lang: en
---

# Gdynia

# Tallinn

# Turku

# Riga
`,
  right: `---
title: Ports
lang: en
slide-level: 1
---

# Gdynia

# Tallinn

# Turku

# Riga
`,
});
