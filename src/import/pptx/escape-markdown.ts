/**
 * Text as Markdown that shows it as it is: what would be a sign of Markdown or of ours has a backslash before it. `isFirst`: it begins a
 * line, where more are signs.
 */
export function escapeMarkdown(text: string, isFirst: boolean): string {
  const inside = text
    .replace(/[\\`*[<$^~|{}@]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(\bhttps?|\bftp|\bmailto)(?=:)/gi, '$1\\')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/==|\+\+|%%/g, (sign) => `\\${sign.charAt(0)}\\${sign.charAt(1)}`);
  if (!isFirst) return inside;
  return inside
    .replace(/^(\s*)([#>:=+%-])/, '$1\\$2')
    .replace(/^(\s*\(?(?:\d+|[a-z]|[ivxlcdm]+|#))([.)])(?=\s|$)/i, '$1\\$2')
    .replace(/^(\s*)\. /, '$1\\. ')
    .replace(/^(\s*(?:notes?|table))(?=:)/i, '$1\\');
}

/** The same between the brackets of a picture or a link, where a bracket would end them, and `\\[` … `\\]` are a formula's. */
export function bracketless(markdown: string): string {
  return markdown.replace(/\\\[|\[/g, '&#91;').replaceAll(']', '&#93;');
}
