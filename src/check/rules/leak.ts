import { rule } from '../rule.js';

/** Found where a student’s edition is rendered. */
export const leak = rule('leak', {
  group: 'look',
  severity: 'error',
  needs: 'text',
  what: 'Text that is for the teacher only, an answer, notes or a `.teacher` block, and stands in what students get.',
  why: 'They would read the answer before the question is asked.',
  wrong: `## Why does the port stay? {layout=question}

::: question
Why?

::: answer
Because the insurers lower their premiums after two quiet winters
:::
:::

---

## Two winters

- Because the insurers lower their premiums after two quiet winters`,
  right: `## Why does the port stay? {layout=question}

::: question
Why?

::: answer
Because the insurers lower their premiums after two quiet winters
:::
:::

---

## Two winters

- Premiums fall`,
});
