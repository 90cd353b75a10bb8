import type { ForeignDeck, ImportRemark } from './imported-deck.js';

/** How many files may include each other. */
const deepest = 10;

/**
 * The text that Quarto hands to Pandoc: with what its chunks put out, where a run has left that beside the deck (`keep-md`, `freeze`), and
 * with the files that `{{< include >}}` names. Places in the report are those of that text.
 */
export function quartoText(deck: ForeignDeck, remarks: ImportRemark[]): ForeignDeck {
  const name = (deck.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const ran = executed(name, deck);
  if (ran !== undefined) {
    const message = 'Was made by Quarto of the deck, and is read in its place: it has what the chunks put out.';
    remarks.push({ fate: 'changed', place: { path: deck.path, line: 1 }, typed: ran.path, message });
  }
  const source = ran === undefined ? deck : { ...deck, path: ran.path, text: ran.text.replace(/\r\n?/g, '\n') };
  return { ...source, text: withIncludes(source.text, source.path, [], deck, remarks) };
}

/** What Quarto made when it ran the deck: `<name>.html.md`, or the Markdown in `_freeze`. */
function executed(name: string, { textOf }: ForeignDeck): { readonly path: string; readonly text: string } | undefined {
  const kept = `${name}.html.md`;
  const text = textOf(kept);
  if (text !== undefined) return { path: kept, text };
  const frozen = `_freeze/${name}/execute-results/html.json`;
  const markdown = markdownIn(textOf(frozen));
  return markdown === undefined ? undefined : { path: frozen, text: markdown };
}

function markdownIn(json: string | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    const result = typeof value === 'object' && value !== null && 'result' in value ? value.result : undefined;
    const markdown =
      typeof result === 'object' && result !== null && 'markdown' in result ? result.markdown : undefined;
    return typeof markdown === 'string' ? markdown : undefined;
  } catch {
    return undefined;
  }
}

/** The text of the files that are included, each in its line’s place. One that is not there stays as it was typed, and is said. */
function withIncludes(
  text: string,
  path: string,
  from: readonly string[],
  deck: ForeignDeck,
  remarks: ImportRemark[],
): string {
  return text
    .split('\n')
    .map((line, index) => {
      const file = /^[ \t]*\{\{<\s*include\s+(\S+?)\s*>\}\}[ \t]*$/.exec(line)?.[1];
      if (file === undefined) return line;
      const own = file.replace(/^\.?\//, '');
      const isAgain = from.includes(own) || from.length > deepest;
      const included = isAgain ? undefined : deck.textOf(own);
      const place = { path, line: index + 1 };
      if (included === undefined) {
        const message = 'Is not there, or includes itself. Put its text in this place.';
        remarks.push({ fate: 'lost', place, typed: line.trim(), message });
        return '';
      }
      remarks.push({ fate: 'changed', place, typed: line.trim(), message: 'Its text stands in the deck.' });
      const plain = included.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
      return withIncludes(plain.trimEnd(), own, [...from, own], deck, remarks);
    })
    .join('\n');
}
