import type { Diagnostic, Diagram } from '../model.js';
import { kindOf } from './diagram-kind.js';
import { sourceLine } from './source-line.js';

/** Mermaid refused the diagram: its own words, and the line counted in the deck. */
export function syntaxDiagnostic(diagram: Diagram, refused: string, line: number | undefined): Diagnostic {
  const { path, line: first } = diagram.place;
  return {
    rule: 'diagram-syntax',
    severity: 'error',
    message: `The diagram "${nameOf(diagram)}" could not be drawn. Mermaid says: ${shortened(refused)}`,
    place: { path, line: line === undefined ? first : first + sourceLine(diagram.code, line) - 1 },
    cure: 'Correct the line; https://mermaid.live shows a diagram while you type.',
  };
}

/** Nobody who cannot see the diagram would know what it shows. `description` is a beginning to offer, made from the code. */
export function altDiagnostic(diagram: Diagram, description = ''): Diagnostic {
  const kind = kindOf(diagram.code);
  return {
    rule: 'diagram-alt',
    severity: 'error',
    message: `The diagram "${nameOf(diagram)}" has no text alternative; one was expected for those who cannot see it.`,
    place: diagram.place,
    cure: withoutAccTitle.test(kind)
      ? `Say what it shows on the fence: \`\`\`mermaid {alt="…"}; ${kind} takes no accTitle.`
      : `Say what it shows with the lines "accTitle: …" and "accDescr: ${description || '…'}" below the first, or on the fence: \`\`\`mermaid {alt="…"}.`,
  };
}

export function pictureDiagnostic(diagram: Diagram, address: string): Diagnostic {
  return {
    rule: 'diagram-picture',
    severity: 'warning',
    message: `The diagram "${nameOf(diagram)}" asks for the picture ${address}, which was left out: a drawing holds only what stands in its code.`,
    place: diagram.place,
    cure: 'Use a shape with a label instead.',
  };
}

/** `lost` are labels for which Mermaid had no room, or what it left of them. */
export function lostDiagnostic(diagram: Diagram, lost: readonly string[]): Diagnostic {
  const labels = lost.map((label) => `“${label}”`).join(', ');
  return {
    rule: 'label-lost',
    severity: 'warning',
    message: `The diagram "${nameOf(diagram)}" has no room for ${lost.length === 1 ? 'a label' : `${lost.length} labels`}, which ${lost.length === 1 ? 'is' : 'are'} cut or left out: ${labels}.`,
    place: diagram.place,
    cure: 'Shorten them, join small parts, or show the numbers as a table or a `chart` fence.',
  };
}

/** The kinds whose grammar refuses accTitle and accDescr, or drops them; tried one by one with Mermaid 11.17. */
const withoutAccTitle =
  /^(mindmap|block|sankey|timeline|kanban|ishikawa|treeView|venn|wardley|railroad|cynefin|eventmodeling|zenuml)/;

/** What a message calls a diagram: its title, or its id. */
export function nameOf(diagram: Diagram): string {
  const title = /^\s*(?:accTitle\s*:|title:?\s)\s*(.+)$/m.exec(diagram.code)?.[1]?.trim();
  return shortened(title ?? diagram.id);
}

function shortened(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // A jison message: where, the line's end, a pointer to the column, what was expected; the pointer is of no use on one line.
  const said = lines
    .filter((line) => !/^-*\^$/.test(line))
    .map((line) => line.replace(/^Expecting .*, got '(.*)'$/, 'unexpected $1'))
    .join(' ');
  return said.length > 240 ? `${said.slice(0, 239)}…` : said;
}
