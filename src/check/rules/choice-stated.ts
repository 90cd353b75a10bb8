import { rule } from '../rule.js';

/** Found where claims are verified. */
export const choiceStated = rule('choice-stated', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A wrong choice of a question that its cited paragraph states word for word.',
  why: 'A class that looks it up finds it, and is told that it is wrong.',
  wrong: `## What do fishermen do? {layout=question}

::: question {cite="ilvesson2021, ¶5"}
- [x] They distrust the radar
- [ ] They fear for their nets
::: answer
They distrust it.
:::
:::
`,
  right: `## What do fishermen do? {layout=question}

::: question {cite="ilvesson2021, ¶5"}
- [x] They distrust the radar
- [ ] They welcome the radar
::: answer
They distrust it.
:::
:::
`,
});
