/** What Mermaid's parser knows of a flowchart or a sequence, as far as it is said in words. */
interface Described {
  readonly getData?: () => {
    readonly nodes: readonly { readonly id: string; readonly label?: string; readonly isGroup?: boolean }[];
    readonly edges: readonly { readonly start: string; readonly end: string; readonly label?: string }[];
  };
  readonly getActors?: () => ReadonlyMap<string, { readonly description?: string }>;
  readonly getMessages?: () => readonly { readonly from?: string; readonly to?: string; readonly message?: unknown }[];
}

/**
 * A flowchart or a sequence in words: who leads to whom, who says what to whom, in the order of the code. An author who gave no
 * text alternative is offered it as a beginning. Empty for other kinds. Runs in the page.
 */
export async function describeDiagram(code: string): Promise<string> {
  const { mermaid } = globalThis as unknown as {
    readonly mermaid: {
      readonly mermaidAPI: { readonly getDiagramFromText: (code: string) => Promise<{ readonly db: Described }> };
    };
  };
  const kind = document.documentElement.dataset.kind ?? '';
  if (!/^(flowchart|sequence)/.test(kind)) return '';
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
  const sentences = kind === 'sequence' ? messagesOf() : linksOf();
  return sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');

  function linksOf(): readonly string[] {
    const { nodes = [], edges = [] } = db.getData?.() ?? {};
    const names = new Map(nodes.map(({ id, label }) => [id, plain(label) || id]));
    const nameOf = (id: string): string => names.get(id) ?? id;
    return edges.map(({ start, end, label }) => {
      const words = plain(label);
      return `${nameOf(start)} leads to ${nameOf(end)}${words === '' ? '' : ` (${words})`}`;
    });
  }

  function messagesOf(): readonly string[] {
    const actors = db.getActors?.();
    const nameOf = (id: string): string => plain(actors?.get(id)?.description) || id;
    return (db.getMessages?.() ?? []).flatMap(({ from, to, message }) => {
      const words = plain(message);
      return from === undefined || to === undefined || words === ''
        ? []
        : [`${nameOf(from)} to ${nameOf(to)}: ${words}`];
    });
  }

  /** Labels may hold line breaks and markup; quotation marks would end the attribute they are offered for. */
  function plain(label: unknown): string {
    return String(label ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('"', '”')
      .replace(/\s+/g, ' ')
      .trim();
  }
}
