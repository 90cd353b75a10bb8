/** The addresses of a `srcset`, as the HTML Standard parses it (4.8.4.2.2), each with what stands before and behind it. */
export interface SourceSet {
  readonly urls: readonly string[];
  /** The same with other addresses; `undefined` takes one out, with its descriptors. */
  readonly written: (urls: readonly (string | undefined)[]) => string;
}

/** A `data:` address may hold commas, so that none of them is where one address ends. */
export function readSourceSet(value: string): SourceSet {
  const found: { readonly url: string; readonly descriptors: string }[] = [];
  let rest = value.replace(/^[\s,]+/, '');
  while (rest !== '') {
    const word = /^\S+/.exec(rest)?.[0] ?? '';
    rest = rest.slice(word.length);
    const url = word.replace(/,+$/, '');
    const descriptors = url === word ? descriptorsOf(rest) : '';
    rest = rest.slice(descriptors.length).replace(/^[\s,]+/, '');
    found.push({ url, descriptors: descriptors.trim() });
  }
  return {
    urls: found.map(({ url }) => url),
    written: (urls) =>
      found
        .flatMap(({ descriptors }, index) => {
          const url = urls[index];
          return url === undefined ? [] : [descriptors === '' ? url : `${url} ${descriptors}`];
        })
        .join(', '),
  };
}

/** Up to the next comma that is in no brackets. */
function descriptorsOf(text: string): string {
  let depth = 0;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === ',' && depth === 0) return [...text].slice(0, index).join('');
  }
  return text;
}
