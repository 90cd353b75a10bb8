import type { Token } from 'markdown-it';
import { type Diagnostic, diagramLanguages } from '../model.js';
import { nearest } from '../nearest.js';
import { placeOf } from './markup.js';

const plainLanguages = ['text', 'txt', 'plain', 'plaintext', 'none'];

/** The language that a fence names, in small letters; empty where it names none. */
export function codeLanguage(fence: Token): string {
  return String(fence.meta?.language ?? '').toLowerCase();
}

/** The fences whose language has no grammar: their code stays without colours. */
export async function unknownCodeLanguages(fences: readonly Token[]): Promise<readonly Diagnostic[]> {
  const named = fences.filter((fence) => !plainLanguages.includes(codeLanguage(fence)));
  if (named.length === 0) return [];
  const { bundledLanguages, bundledLanguagesInfo } = await import('shiki/langs');
  const names = [...diagramLanguages, ...bundledLanguagesInfo.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])])];
  return named
    .filter((fence) => !Object.hasOwn(bundledLanguages, codeLanguage(fence)))
    .flatMap((fence) => unknownLanguage(fence, codeLanguage(fence), names));
}

function unknownLanguage(fence: Token, language: string, names: readonly string[]): readonly Diagnostic[] {
  const place = placeOf(fence);
  const near = nearest(language, names);
  if (place === undefined) return [];
  return [
    {
      rule: 'code-language',
      severity: 'warning',
      message: `The code's language "${language}" is not known, so it has no colours.`,
      place,
      cure: near === undefined ? 'Use `text` for plain text.' : `Did you mean "${near}"?`,
    },
  ];
}
