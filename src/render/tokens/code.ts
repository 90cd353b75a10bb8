import type { Token } from 'markdown-it';
import { escape } from '../escape.js';
import type { RuleSet } from '../markup.js';
import { type LineSteps, lineSteps } from '../line-steps.js';

/**
 * Code, coloured at build. Line steps (`1-2|4`) are fragments that nobody sees, one for each step after the first; which lines
 * belong to which step stands in `data-at`, and the page dims the others (`client/code-steps.ts`).
 */
export const codeRules: RuleSet = ({ typesetting }) => {
  const render = (token: Token | undefined): string => {
    if (token === undefined) return '';
    const steps = lineSteps(token.meta?.['lines']);
    const first = Number(token.meta?.['firstLine'] ?? 1);
    const language = String(token.meta?.['language'] ?? '');
    const lines = (typesetting.code.get(token) ?? plain(token.content)).split('\n');
    const classes = ['code', ...(steps === undefined ? [] : ['numbered']), token.attrGet('class')].filter(Boolean);
    const id = token.attrGet('id');
    const attributes = [
      `class="${escape(classes.join(' '))}"`,
      ...(id === null ? [] : [`id="${escape(String(id))}"`]),
      ...(language === '' ? [] : [`data-language="${escape(language)}"`]),
      ...(steps === undefined || first === 1 ? [] : [`style="--first:${first - 1}"`]),
    ].join(' ');
    const markers = '<i class="fragment step" aria-hidden="true"></i>'.repeat(Math.max(0, (steps?.length ?? 0) - 1));
    return `<pre ${attributes}>${markers}<code>${lines.map((line, index) => lineElement(line, index + first, steps)).join('\n')}</code></pre>\n`;
  };
  return { fence: (tokens, index) => render(tokens[index]), code_block: (tokens, index) => render(tokens[index]) };
};

function lineElement(html: string, number: number, steps: LineSteps | undefined): string {
  if (steps === undefined || steps.length === 0) return `<span class="line">${html}</span>`;
  const at = steps.flatMap((has, step) => (has(number) ? [step] : []));
  const dim = at.includes(0) ? '' : ' dim';
  return `<span class="line${dim}" data-at="${at.join(' ')}">${html}</span>`;
}

function plain(code: string): string {
  return escape(code.replace(/\n$/, ''));
}
