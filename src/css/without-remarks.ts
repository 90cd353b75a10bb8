/**
 * A style without its remarks, those that tools keep (a comment with `!`) among them: they are for who writes the deck. What stands in a string
 * or an address is none (CSS Syntax 3, 4.3.2); a string that is not closed ends with its line (4.3.5). Lines stay where they are.
 */
export function withoutRemarks(css: string): string {
  if (!css.includes('/*')) return css;
  const remarks =
    /"(?:[^"\\\r\n\f]|\\[\s\S])*"?|'(?:[^'\\\r\n\f]|\\[\s\S])*'?|url\(\s*[^"'\s)][^)]*\)|\/\*[\s\S]*?(?:\*\/|$)/gi;
  return css.replace(remarks, (part) => (part.startsWith('/*') ? `/*${part.replace(/[^\n]/g, '')}*/` : part));
}
