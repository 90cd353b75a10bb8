import { childElements, type SeenElement, textContent } from '../../render/tree.js';

/** Whether an operator takes limits and what it works on: sums, products, integrals. */
export function isBig(node: SeenElement): boolean {
  return node.tagName === 'mo' && /^[∏∐∑∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆]$/.test(textContent(node).trim());
}

/** Whether a sign stands between two sides. */
export function isRelation(sign: string): boolean {
  return /^[=≠<>≤≥≈≡∼≃≅∝→⇒⇔↦∈∉⊂⊆]$/.test(sign);
}

/** The place of what closes the bracket at a place of a row, by itself or as what something is raised behind; undefined where that is none. */
export function closedBy(nodes: readonly SeenElement[], from: number): number | undefined {
  const opener = nodes[from];
  const closer = opener?.tagName === 'mo' ? closers[textContent(opener).trim()] : undefined;
  if (opener === undefined || closer === undefined) return undefined;
  let depth = 0;
  for (const [index, node] of nodes.entries()) {
    if (index < from) continue;
    const isScript = /^m(sub|sup|subsup)$/.test(node.tagName);
    const sign = isScript ? childElements(node)[0] : node;
    if (sign?.tagName !== 'mo') continue;
    const text = textContent(sign).trim();
    if (text === textContent(opener).trim() && !isScript) depth++;
    else if (text === closer) depth--;
    if (depth === 0) return index;
  }
  return undefined;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Whether a sign ends what a sum or an integral works on. */
export function isJoining(node: SeenElement): boolean {
  return node.tagName === 'mo' && /^[=≠<>≤≥≈≡∼≃≅∝→⇒⇔↦∈∉⊂⊆,;:+−±∓]$/.test(textContent(node).trim());
}

/** What a sign above or below letters is: an accent as Office has it, which combines, a bar, or a brace that grows. */
export function accentOf(sign: string): { readonly accent?: string; readonly bar: boolean; readonly brace: boolean } {
  const accent = accents[sign];
  const bar = /^[‾¯―_]$/.test(sign);
  const brace = /^[⏞⏟⎴⎵⏠⏡]$/.test(sign);
  return { ...(accent === undefined ? {} : { accent }), bar, brace };
}

/** From the signs that KaTeX sets above letters to those that combine with them. */
const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  ˉ: '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030A',
  ˇ: '\u030C',
  '`': '\u0300',
  ˋ: '\u0300',
  '´': '\u0301',
  ˊ: '\u0301',
  '⃗': '\u20D7',
  '→': '\u20D7',
  '←': '\u20D6',
};

/** MathML's name for a kind of letters in Office's words: upright or slanted, and of which alphabet. */
export function variantOf(variant: string | undefined): {
  readonly style?: 'p' | 'b' | 'i' | 'bi';
  readonly script?: string;
} {
  if (variant === undefined) return {};
  const script = ['double-struck', 'fraktur', 'script', 'sans-serif', 'monospace'].find((one) => variant.includes(one));
  const [isBold, isSlanted] = [variant.includes('bold'), variant.includes('italic')];
  const style = isBold ? (isSlanted ? 'bi' : 'b') : isSlanted ? 'i' : 'p';
  return { style, ...(script === undefined ? {} : { script }) };
}
