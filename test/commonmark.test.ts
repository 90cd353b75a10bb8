import { createRequire } from 'node:module';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { createMarkdown } from '../src/parse/markdown.js';
import { autolink } from '../src/parse/plugins/autolink.js';

interface Example {
  readonly markdown: string;
  readonly section: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { readonly tests: readonly Example[] };
const holdsSeparator = ({ markdown }: Example): boolean => /^----?$/m.test(markdown);
const plain = new MarkdownIt({ html: true });
const ours = createMarkdown([autolink]);

test('every example of the CommonMark specification without a slide separator reads as in markdown-it', () => {
  const examples = tests.filter((example) => !holdsSeparator(example));
  expect(examples.length).toBeGreaterThan(600);
  const differing = examples.filter(({ markdown }) => {
    const text = markdown.replaceAll('→', '\t');
    return ours.render(text) !== plain.render(text);
  });
  expect(differing).toEqual([]);
});
