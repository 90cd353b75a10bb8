import type { Token } from 'markdown-it';
import { type Diagnostic, diagramLanguages } from '../model.js';
import { nearest } from '../nearest.js';
import { placeOf } from './markup.js';
import { undrawnLanguage } from './undrawn-languages.js';

const plainLanguages = ['text', 'txt', 'plain', 'plaintext', 'none'];

/** The language that a fence names, in small letters; empty where it names none. */
export function codeLanguage(fence: Token): string {
  return String(fence.meta?.language ?? '').toLowerCase();
}

/**
 * The fences whose language has no grammar: their code stays without colours. One that another program would draw is said once, with what
 * takes its place; of a chunk in braces, which that program runs, it was said where the deck was read.
 */
export async function unknownCodeLanguages(fences: readonly Token[]): Promise<readonly Diagnostic[]> {
  const named = fences.filter((fence) => !plainLanguages.includes(codeLanguage(fence)));
  if (named.length === 0) return [];
  const { bundledLanguages, bundledLanguagesInfo } = await import('shiki/langs');
  const names = [...diagramLanguages, ...bundledLanguagesInfo.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])])];
  const unknown = named.filter((fence) => !Object.hasOwn(bundledLanguages, codeLanguage(fence)) && !isChunk(fence));
  return unknown.flatMap((fence) => {
    const language = codeLanguage(fence);
    if (undrawnLanguage(language) === undefined) return unknownLanguage(fence, language, names);
    const same = unknown.filter((other) => codeLanguage(other) === language);
    return same[0] === fence ? notDrawn(fence, language, same.length) : [];
  });
}

/** Quarto's ```` ```{dot} ````; ```` ```{.dot} ```` is Pandoc's word for a language. */
function isChunk({ info }: Token): boolean {
  return /^\{[a-z]/i.test(info.trim());
}

function notDrawn(fence: Token, language: string, times: number): readonly Diagnostic[] {
  const place = placeOf(fence);
  const undrawn = undrawnLanguage(language);
  if (place === undefined || undrawn === undefined) return [];
  const { program, cure } = undrawn;
  const count = times === 1 ? '' : ` It stands in ${times} places.`;
  const message = `\`${language}\` is the language of ${program}; here its code is shown and nothing is drawn.${count}`;
  return [{ rule: 'code-language', severity: 'warning', message, place, cure }];
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
