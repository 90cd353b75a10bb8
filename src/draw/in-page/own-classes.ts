/** A token as `renderDiagram` gets it. */
interface Token {
  readonly name: string;
  readonly drawn: string;
}

/** What Mermaid's parser knows of a diagram's `classDef` lines; in a class diagram `getClasses` are its classes. */
interface Styled {
  readonly styleClasses?: ReadonlyMap<string, { readonly styles?: readonly string[] }>;
  readonly getClasses?: () => unknown;
}

/**
 * The names of hues that the author gives a look of their own with `classDef`, parted by spaces: `classDef red fill:#fdd` means that and not
 * the deck's red. What `pilcrow relations --mermaid` writes has the deck's own fill. Runs in the page.
 */
export async function ownClasses(
  code: string,
  hues: Readonly<Record<string, string>>,
  tokens: readonly Token[],
): Promise<string> {
  if (!code.includes('classDef')) return '';
  const { mermaid } = globalThis as unknown as {
    readonly mermaid: {
      readonly mermaidAPI: { readonly getDiagramFromText: (code: string) => Promise<{ readonly db: Styled }> };
    };
  };
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
  const defined = db.styleClasses ?? db.getClasses?.();
  const styles = new Map<string, { readonly styles?: readonly string[] }>(
    defined instanceof Map ? defined : Object.entries(defined ?? {}),
  );
  return Object.keys(hues).filter(isOwn).join(' ');

  function isOwn(name: string): boolean {
    const said = (styles.get(name)?.styles ?? []).map((style) => style.replace(/\s/g, '').toLowerCase());
    const token = hues[name] === 'grey' ? '--paper' : `--${hues[name]}-fill`;
    const fill = tokens.find((one) => one.name === token)?.drawn;
    return said.some((style) => /^(fill|stroke|color):/.test(style)) && !said.includes(`fill:${fill}`);
  }
}
