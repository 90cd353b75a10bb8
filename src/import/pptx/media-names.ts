/** The files that a deck gets out of a presentation, named as they are asked for. */
export interface MediaNames {
  /** The path of a part beside the new deck. */
  readonly nameOf: (part: string) => string;
  /** Each part that was asked for, with its path. */
  readonly all: () => readonly { readonly part: string; readonly to: string }[];
}

export function mediaNames(): MediaNames {
  const names = new Map<string, string>();
  return {
    nameOf(part) {
      const known = names.get(part);
      if (known !== undefined) return known;
      const base = part.slice(part.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '-');
      let to = `images/${base}`;
      for (let count = 2; [...names.values()].includes(to); count++) to = `images/${count}-${base}`;
      names.set(part, to);
      return to;
    },
    all: () => [...names].map(([part, to]) => ({ part, to })),
  };
}
