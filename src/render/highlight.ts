import type { Token } from 'markdown-it';
import { createCssVariablesTheme, createHighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { escapeHtml } from '../escape-html.js';
import { codeLanguage } from './code-languages.js';
import { ownStyle } from './tree.js';

/**
 * Colours code by naming CSS variables, which the theme sets for light and dark. Only the grammars the deck uses are loaded,
 * and the JavaScript engine, so that no WebAssembly has to start.
 */
export async function highlight(fences: readonly Token[]): Promise<ReadonlyMap<Token, string>> {
  const wanted = [...new Set(fences.map(codeLanguage))];
  const known = wanted.filter((language) => Object.hasOwn(bundledLanguages, language));
  const highlighter = await createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'seminar', variablePrefix: '--code-' })],
    langs: known.map((language) => bundledLanguages[language as keyof typeof bundledLanguages]),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const set = new Map<Token, string>();
  for (const fence of fences) {
    const language = codeLanguage(fence);
    if (!known.includes(language)) continue;
    // Without a limit in time: on a busy machine colours would be left out, and the same deck have other bytes.
    const options = { lang: language, theme: 'seminar', tokenizeTimeLimit: 0 };
    const { tokens } = highlighter.codeToTokens(fence.content.replace(/\n$/, ''), options);
    set.set(fence, tokens.map((line) => line.map(coloured).join('')).join('\n'));
  }
  highlighter.dispose();
  return set;
}

function coloured({ content, color, fontStyle }: ThemedToken): string {
  const plain = color === undefined || color === 'var(--code-foreground)';
  const italic = ((fontStyle ?? 0) & 1) === 1 ? ';font-style:italic' : '';
  return plain ? escapeHtml(content) : `<span ${ownStyle}="color:${color}${italic}">${escapeHtml(content)}</span>`;
}
