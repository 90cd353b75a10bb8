/** A tree of HTML that nobody may change. */
export interface SeenElement extends SeenRoot {
  readonly tagName: string;
  /** Where its markup began in the text it was parsed from, and its attributes. */
  readonly sourceCodeLocation?:
    | { readonly startOffset: number; readonly attrs?: Readonly<Record<string, { readonly startOffset: number }>> }
    | null
    | undefined;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly parentNode: SeenParent | null;
}

export interface SeenRoot {
  readonly nodeName: string;
  readonly childNodes: readonly SeenNode[];
}

/** Text, or a comment. */
export interface SeenText {
  readonly nodeName: string;
  readonly sourceCodeLocation?: { readonly startOffset: number } | null | undefined;
  readonly parentNode: SeenParent | null;
}

export type SeenNode = SeenElement | SeenText;
export type SeenParent = SeenElement | SeenRoot;
