/** Markup that is well formed: made by `el` and `words` alone. */
export type Xml = string & { readonly isXml: true };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out, and so are children. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly (Xml | undefined)[]): Xml {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]))
    .join('');
  const inside = children.join('');
  return (inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`) as Xml;
}

/** Text between tags. */
export function words(text: string): Xml {
  return escaped(text) as Xml;
}

/** A whole part of a package. */
export function xmlPart(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** What XML 1.0 forbids (2.2) is left out: nothing of it can be seen. */
function escaped(text: string): string {
  return [...text]
    .filter(isAllowed)
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function isAllowed(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point < 0xd800 || (point > 0xdfff && point < 0xfffe) || point > 0xffff;
}
