import { rulesOf } from './rule.js';

/** What can be wrong with settings and files. */
export const settingsRules = rulesOf('settings', {
  /** Found where YAML is read: front matter, references, relations, maps. */
  yaml: {
    severity: 'error',
    needs: 'text',
    what: 'YAML that cannot be read: in the front matter, references.yaml, relations.yaml or a fence.',
    why: 'A text that cannot be read has no effect: one slip loses every setting in the file.',
    wrong: `---
title: Ports: an overview
---

# Ports`,
    right: `---
title: "Ports: an overview"
---

# Ports`,
  },
  /** Found where the front matter is read. */
  'unknown-setting': {
    severity: 'warning',
    needs: 'text',
    what: 'A key of the front matter, of `revealOptions` or of `rules` that is not known. The message names the nearest known key.',
    why: 'A mistyped setting has no effect, and nobody notices until the talk.',
    wrong: `---
titel: Ports
lang: en
---

# Ports`,
    right: `---
title: Ports
lang: en
---

# Ports`,
  },
  /** Found where the brand is read. */
  brand: {
    severity: 'warning',
    needs: 'text',
    what: 'Something in `brand.yaml`, or under `brand:`, that cannot be used: a key that is not known, a file that is not there or is no font, a colour without its twin for dark pages, a colour too near to its ground.',
    why: 'The theme’s own look stands in its place, and the deck is not what the institute’s other papers look like.',
    wrong: {
      'deck.md': '---\nlang: en\n---\n\n# Ports\n',
      'brand/brand.yaml': 'name: Harbour Institute\ncolours:\n  accent: { light: "#e0a040", dark: "#e0a040" }\n',
    },
    right: {
      'deck.md': '---\nlang: en\n---\n\n# Ports\n',
      'brand/brand.yaml': 'name: Harbour Institute\ncolours:\n  accent: { light: "#0a5c7a", dark: "#7fd0ee" }\n',
    },
  },
  /** Found where the front matter is read. */
  'setting-value': {
    severity: 'error',
    needs: 'text',
    what: 'A setting whose value is of the wrong kind. What other tools write (authors with affiliations, `lang: english`, `date: today`, a list where a text is meant) is read as well as can be, with a warning; so is every value in a deck that is not written for our theme.',
    why: 'The setting would be ignored, or would mean something else.',
    wrong: `---
minutes: long
lang: en
---

# Ports`,
    right: `---
minutes: 45
lang: en
---

# Ports`,
  },
  /** Found where the front matter is read. */
  theme: {
    severity: 'warning',
    needs: 'text',
    what: 'A theme that does not exist, or one of Reveal’s own. Reveal’s are shown as our light or dark theme; for others the message names the nearest.',
    why: 'The deck looks different from what its author expects.',
    wrong: `---
theme: seminer
lang: en
---

# Ports`,
    right: `---
theme: seminar
lang: en
---

# Ports`,
  },
  'language-missing': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A deck that does not say which language it is in.',
    why: 'Screen readers would pronounce it as English, and hyphens and quotation marks would be English.',
    wrong: `---
title: Парты
---

# Парты`,
    right: `---
title: Парты
lang: be
---

# Парты`,
  },
  'right-to-left': {
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
  },
  /** Found where files are read. */
  encoding: {
    severity: 'error',
    needs: 'text',
    what: 'Bytes that are not UTF-8.',
    why: 'Letters would be lost.',
    wrong: {
      'deck.md': `# Caf�
`,
    },
    right: {
      'deck.md': `# Café
`,
    },
  },
  /** Found where the Markdown is parsed. */
  'nul-byte': {
    severity: 'error',
    needs: 'text',
    what: 'A NUL byte in the text.',
    why: 'Markdown replaces it with another sign. The file is damaged, or it is no text.',
    wrong: `# Ports\0`,
    right: '# Ports',
  },
  /** Found where named files are read and where style sheets are. */
  'file-missing': {
    severity: 'error',
    needs: 'text',
    what: 'A file that the front matter or a style sheet names and that is not there.',
    why: 'The deck is shown without it.',
    wrong: `---
lang: en
css: harbour.css
---

# Ports`,
    right: {
      'deck.md': `---
lang: en
css: harbour.css
---

# Ports
`,
      'harbour.css': `.reveal em { font-style: normal }
`,
    },
  },
  /** Found where the deck's folder is read. */
  'file-name': {
    severity: 'warning',
    needs: 'text',
    what: 'A file beside the deck whose name is almost one that is read: `references.yml`, `relation.yaml`, `Style.css`.',
    why: 'It is not read, and nothing of it is in the deck.',
    wrong: {
      'deck.md': '# Ports\n',
      'styles.css': 'p { color: #1b2230 }\n',
    },
    right: {
      'deck.md': '# Ports\n',
      'style.css': 'p { color: #1b2230 }\n',
    },
  },
  /** Found where style sheets are read. */
  'style-syntax': {
    severity: 'warning',
    needs: 'text',
    what: 'A rule of the deck’s own style sheet that is not understood, or a colour that the theme has under another name now.',
    why: 'Browsers ignore it and report nothing.',
    wrong: {
      'deck.md': `# Ports
`,
      'style.css': `@bogus {
`,
    },
    right: {
      'deck.md': `# Ports
`,
      'style.css': `.reveal em { font-style: normal }
`,
    },
  },
  /** Found where style sheets are read. */
  'dark-colour': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A colour of the theme that the deck’s own style sheets set for the whole page, and for dark pages not.',
    why: 'A colour that stands out on a light page is faint on a dark one, and the papers of a dark deck are light.',
    wrong: {
      'deck.md': '# Ports\n',
      'style.css': ':root { --accent: #0b4f8a }\n',
    },
    right: {
      'deck.md': '# Ports\n',
      'style.css': ':root { --accent: #0b4f8a }\n:root[data-theme="dark"] { --accent: #9cc8f2 }\n',
    },
  },
  /** Found where includes are read and parsed. */
  include: {
    severity: 'error',
    needs: 'text',
    what: 'An include that leads nowhere, in a circle, or out of the folder that holds the decks.',
    why: 'The slides of the other file are missing.',
    wrong: `# Ports

---

<!-- include: method.md -->`,
    right: {
      'deck.md': `# Ports

---

<!-- include: method.md -->
`,
      'method.md': `## How we counted
`,
    },
  },
  /** Found where a deck is read. */
  'deck-name': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'A deck whose name cannot be the name of an output folder: `index.html`, `assets`, a Windows device such as `con`, or more than 200 bytes. A name that only Windows does not take, with one of `< > : " | ? *` or a stop at its end, is a warning.',
    why: 'Its outputs would overwrite the site’s own files, or could not be written or copied.',
  },
  /** Found where the deck is parsed. */
  'empty-deck': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'A deck without a slide that has anything on it.',
    why: 'There is nothing to show.',
    wrong: `---
title: Ports
lang: en
---
`,
    right: `---
title: Ports
lang: en
---

# Ports`,
  },
  /** Found where an edition is composed. */
  'empty-edition': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'An edition, for one reader or one length, that no slide belongs to.',
    why: 'There is nothing to show.',
    wrong: '# Ports {.teacher}',
    right: `# Ports

---

## Answers {.teacher}`,
  },
  /** Found where a command is asked for one length of a deck. */
  'cut-unlisted': {
    severity: 'warning',
    needs: 'text',
    what: 'A length given with `--cut` that is not one of the deck’s: neither its `minutes` nor among its `cuts`.',
    why: 'It may be a typing error, and `check` does not look at that length.',
  },
  /** Found where pictures are made of some slides. */
  'slide-unlisted': {
    severity: 'warning',
    needs: 'text',
    what: 'A number given with `export --slides` that no slide has. Where none of the numbers is there it is an error.',
    why: 'A picture that is expected would be missing.',
  },
  /** Found where exceptions are applied. */
  'check-disable': {
    severity: 'warning',
    needs: 'text',
    firm: true,
    what: 'An exception without a reason, for a rule that does not exist, or that excuses nothing.',
    why: 'An old exception hides the next mistake.',
    wrong: `## Ports

<!-- check-disable words-per-slid -->`,
    right: `## Ports

The harbour master reads

<!-- check-disable heading-length: the law’s own title -->
`,
  },
  /** Found where a deck is made. */
  'deck-failed': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'A deck that could not be made or checked: its file cannot be read, its outputs have no place, or Pilcrow itself failed.',
    why: 'Only this deck is not made; the others are.',
  },
});
