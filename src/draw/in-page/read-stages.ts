/** What Mermaid's parser knows of a diagram; each kind fills what it has. */
export interface DiagramData {
  readonly getData?: () => {
    readonly nodes: readonly {
      readonly id: string;
      readonly domId?: string;
      readonly isGroup?: boolean;
      readonly parentId?: string | null;
    }[];
    readonly edges: readonly { readonly id: string; readonly start: string; readonly end: string }[];
  };
  readonly getMessages?: () => readonly { readonly id: string; readonly type?: number; readonly from?: string }[];
  readonly getActors?: () => ReadonlyMap<string, unknown>;
  readonly getBoxes?: () => readonly { readonly actorKeys: readonly string[] }[];
  readonly LINETYPE?: Readonly<Record<string, number>>;
  readonly getSections?: () => readonly string[];
  readonly getTasks?: () => readonly { readonly section: string; readonly events: readonly string[] }[];
}

export interface Stages {
  /** The whole diagram as it was parsed. */
  readonly whole: DiagramData;
  /** The step in which a part is first there: `node <id>`, `edge <id>`, `actor <id>`, `message <n>`, `section <n>`, `event <n> <m>`, … */
  readonly stepOf: (part: string) => number;
  /** Marks, by their number from 1, above which the code cannot be read on its own. */
  readonly unreadable: readonly number[];
}

/**
 * Reads a diagram as far as each `%% step`, with what is open there closed, so that Mermaid's own grammar says what first appears
 * below which mark. `marks` are lines of the code, from 1. Runs in the page.
 */
export async function readStages(code: string, marks: readonly number[]): Promise<Stages> {
  const { mermaid } = globalThis as unknown as {
    readonly mermaid: {
      readonly mermaidAPI: { readonly getDiagramFromText: (code: string) => Promise<{ readonly db: DiagramData }> };
    };
  };
  const deepest = 16;
  const lines = code.split('\n');
  const closing = (document.documentElement.dataset.kind ?? '').startsWith('state') ? '\n}' : '\nend';
  const first = new Map<string, number>();
  const unreadable: number[] = [];
  for (const [step, line] of marks.entries()) {
    const parts = await partsAbove(lines.slice(0, line - 1).join('\n'));
    if (parts === undefined) unreadable.push(step + 1);
    for (const part of parts ?? []) if (!first.has(part)) first.set(part, step);
  }
  const { db: whole } = await mermaid.mermaidAPI.getDiagramFromText(code);
  return { whole, stepOf: (part) => first.get(part) ?? marks.length, unreadable };

  /** Undefined when no number of closing words makes it a diagram: the mark stands within a statement. */
  async function partsAbove(above: string): Promise<readonly string[] | undefined> {
    for (let open = 0; open <= deepest; open += 1) {
      try {
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(`${above}\n${closing.repeat(open)}\n`);
        return partsOf(db, open);
      } catch {
        // Something is still open, or the mark stands within a statement: then the last try tells.
      }
    }
    return undefined;
  }

  /** Closing a block of a sequence adds a message to it that is not the author's. */
  function partsOf(db: DiagramData, open: number): readonly string[] {
    const { nodes = [], edges = [] } = db.getData?.() ?? {};
    const messages = db.getMessages?.() ?? [];
    const drawn = messages.length - (document.documentElement.dataset.kind === 'sequence' ? open : 0);
    return [
      ...nodes.map(({ id }) => `node ${id}`),
      ...edges.map(({ id }) => `edge ${id}`),
      ...messages.slice(0, Math.max(0, drawn)).map(({ id }) => `message ${id}`),
      ...[...(db.getActors?.().keys() ?? [])].map((id) => `actor ${id}`),
      ...(db.getBoxes?.() ?? []).map((_, index) => `box ${index}`),
      ...(db.getSections?.() ?? []).map((_, index) => `section ${index}`),
      ...(db.getTasks?.() ?? []).flatMap(({ events }, index) => [
        `task ${index}`,
        ...events.map((_, event) => `event ${index} ${event}`),
      ]),
    ];
  }
}
