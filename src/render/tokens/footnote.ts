import type { Token } from 'markdown-it';
import { escapeHtml } from '../../escape-html.js';
import { filled, ownLangHtml, wordsIn } from '../../language/words/words.js';
import type { RuleSet } from '../token-rules.js';

/**
 * Footnotes as a list that the slide's foot takes in, counted from 1 on each slide. Never a `<section>`, as the plugin's own
 * rendering has it: Reveal takes a section in a section for a stack of slides.
 */
export const footnoteRules: RuleSet = ({ deck }, _slide, { prefix }) => {
  const { lang } = deck.settings;
  const numbers = new Map<unknown, number>();
  const idOf = (token: Token | undefined): string => {
    const id = token?.meta?.id;
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return `${escapeHtml(prefix)}-note-${numbers.get(id)}`;
  };
  return {
    footnote_ref(tokens, index) {
      const id = idOf(tokens[index]);
      const again = Number(tokens[index]?.meta?.subId ?? 0);
      const own = again > 0 ? `${id}-ref-${again}` : `${id}-ref`;
      const said = filled(wordsIn(lang).note, { n: numbers.get(tokens[index]?.meta?.id) ?? '' });
      return `<sup class="note"><a href="#${id}" id="${own}" aria-label="${escapeHtml(said)}"${ownLangHtml(lang)}>${id.slice(id.lastIndexOf('-') + 1)}</a></sup>`;
    },
    footnote_block_open: () => '<ol class="footnotes">\n',
    footnote_block_close: () => '</ol>\n',
    footnote_open: (tokens, index) => {
      const id = idOf(tokens[index]);
      return `<li id="${id}" value="${numbers.get(tokens[index]?.meta?.id)}">`;
    },
    footnote_close: () => '</li>\n',
    footnote_anchor: () => '',
  };
};
