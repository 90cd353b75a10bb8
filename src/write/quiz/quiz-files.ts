/** A file that goes with a quiz. */
export interface QuizFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** The pictures of a quiz, each once, by a name that every platform takes. */
export interface QuizFiles {
  /** A file of the deck by its absolute path; undefined where it cannot be read. */
  readonly add: (file: string) => string | undefined;
  /** What was made for the quiz. */
  readonly put: (name: string, bytes: string) => string;
  readonly byName: (name: string) => QuizFile | undefined;
  readonly all: () => readonly QuizFile[];
}

/** Where the bytes of a deck's pictures come from. */
export interface PictureFiles {
  /** A file's bytes, undefined where there is none. */
  readonly read: (file: string) => Uint8Array | undefined;
  /** The copy that goes out in a picture's place: of the size of its room, and without what the picture says of itself. */
  readonly standFor: (file: string) => string;
  /** How many bytes of pictures may be held, in all; one for which there is no room is as one that is not there. */
  readonly room: number;
}

/** No picture yet; each is read when it is first asked for. */
export function quizFiles({ read, standFor, room }: PictureFiles): QuizFiles {
  let left = room;
  const byKey = new Map<string, QuizFile>();
  const names = new Set<string>();
  const keep = (key: string, wanted: string, bytes: Uint8Array | string): string => {
    const known = byKey.get(key);
    if (known !== undefined) return known.name;
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    const plain =
      stem
        .normalize('NFKD')
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'picture';
    let name = plain + ending.toLowerCase();
    for (let number = 2; names.has(name); number++) name = `${plain}-${number}${ending.toLowerCase()}`;
    names.add(name);
    byKey.set(key, { name, bytes });
    return name;
  };
  return {
    add(original) {
      const file = standFor(original);
      const known = byKey.get(file);
      if (known !== undefined) return known.name;
      const bytes = read(file);
      if (bytes === undefined || bytes.length > left) return undefined;
      left -= bytes.length;
      return keep(file, file.split(/[\\/]/).at(-1) ?? file, bytes);
    },
    put: (name, bytes) => keep(`made:${name}`, name, bytes),
    byName: (name) => [...byKey.values()].find((one) => one.name === name),
    all: () => [...byKey.values()],
  };
}
