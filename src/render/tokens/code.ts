import type { RendererRule } from 'markdown-it';
import { escapeHtml } from '../../escape-html.js';
import { codeBlock } from '../code-block.js';
import type { RuleSet } from '../token-rules.js';
import { attributesOf } from './attributes.js';

/** Code, coloured at build; code without a language, or in an unknown one, is set plain. */
export const codeRules: RuleSet = ({ typesetting }, _slide, scope) => {
  const render: RendererRule = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index];
    if (token === undefined) return '';
    const { lines, firstLine, language } = token.meta ?? {};
    const { attrs } = attributesOf(token, scope, 'code', typeof lines === 'string' ? 'numbered' : '');
    if (typeof language === 'string' && language !== '') attrs.push(['data-language', language]);
    return codeBlock({
      html: typesetting.code.get(token) ?? escapeHtml(token.content.replace(/\n$/, '')),
      ...(typeof lines === 'string' && { lines }),
      first: Number(firstLine ?? 1),
      attributes: renderer.renderAttrs({ attrs }),
    });
  };
  return { fence: render, code_block: render };
};
