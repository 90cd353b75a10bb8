import type { Token } from 'markdown-it';
import { createCssVariablesTheme, createHighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { escapeHtml } from '../escape-html.js';
import { codeLanguage } from './code-languages.js';
import { ownStyle } from './tree.js';

/**
 * Colours code by naming CSS variables, which the theme sets for light and dark. Only the grammars the deck uses are loaded,
 * and the JavaScript engine, so that no WebAssembly has to start. `known` is code that was coloured before; what is new comes into it.
 */
export async function highlight(
  fences: readonly Token[],
  known: Map<string, string>,
): Promise<ReadonlyMap<Token, string>> {
  const coloured = fences.filter((fence) => Object.hasOwn(bundledLanguages, codeLanguage(fence)));
  const fresh = coloured.filter((fence) => !known.has(nameOf(fence)));
  if (fresh.length > 0) await colour(fresh, known);
  const names = new Set(coloured.map(nameOf));
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  return new Map(coloured.map((fence) => [fence, known.get(nameOf(fence)) ?? '']));
}

function nameOf(fence: Token): string {
  return `${codeLanguage(fence)}\n${fence.content}`;
}

async function colour(fences: readonly Token[], known: Map<string, string>): Promise<void> {
  const languages = [...new Set(fences.map(codeLanguage))];
  const highlighter = await createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'seminar', variablePrefix: '--code-' })],
    langs: languages.map((language) => bundledLanguages[language as keyof typeof bundledLanguages]),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  for (const fence of fences) {
    // Without a limit in time: on a busy machine colours would be left out, and the same deck have other bytes.
    const options = { lang: codeLanguage(fence), theme: 'seminar', tokenizeTimeLimit: 0 };
    const { tokens } = highlighter.codeToTokens(fence.content.replace(/\n$/, ''), options);
    known.set(nameOf(fence), tokens.map((line) => line.map(spanOf).join('')).join('\n'));
  }
  highlighter.dispose();
}

function spanOf({ content, color, fontStyle }: ThemedToken): string {
  const plain = color === undefined || color === 'var(--code-foreground)';
  const italic = ((fontStyle ?? 0) & 1) === 1 ? ';font-style:italic' : '';
  return plain ? escapeHtml(content) : `<span ${ownStyle}="color:${color}${italic}">${escapeHtml(content)}</span>`;
}
