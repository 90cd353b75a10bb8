/**
 * An author's words as a quoted label of Mermaid. Labels set as SVG text know only three of Mermaid's character references (`#lt;`, `#gt;`,
 * `#amp;`; tried with 11.17), so straight quotation marks become curly ones, and what would still be read as code is parted by a word
 * joiner, which is not seen: `#35;`, `%%{`, `\n`, and a first backtick.
 */
export function mermaidText(text: string): string {
  return text
    .replace(/[\t-\r ]+|\p{Cc}/gu, ' ')
    .trim()
    .replace(/(?<=^|[\s([])"/g, '“')
    .replaceAll('"', '”')
    .replace(/#(?=\w+;)|%(?=%\{)|\\(?=n)|^(?=`)/g, '$&\u2060')
    .replace(/[&<>]/g, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = { '&': '#amp;', '<': '#lt;', '>': '#gt;' };

const words =
  'accDescr accTitle call class classDef click default direction end flowchart graph href interpolate linkStyle style subgraph';
const reserved = new RegExp(`^(${words.replaceAll(' ', '|')})\\b`, 'i');

/** An id that Mermaid does not take for a word of its own; ids of `relations.yaml` never begin with an underscore. */
export function mermaidId(id: string): string {
  return reserved.test(id) ? `_${id}` : id;
}
