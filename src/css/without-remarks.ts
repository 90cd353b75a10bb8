/**
 * A style without its remarks, those that tools keep (a comment with `!`) among them: they are for who writes the deck. What stands in a string
 * or an address is none (CSS Syntax 3, 4.3.2). Lines stay where they are.
 */
export function withoutRemarks(css: string): string {
  if (!css.includes('/*')) return css;
  const remarks = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\(\s*[^"'\s)][^)]*\)|\/\*[\s\S]*?(?:\*\/|$)/gi;
  return css.replace(remarks, (part) => (part.startsWith('/*') ? `/*${part.replace(/[^\n]/g, '')}*/` : part));
}
