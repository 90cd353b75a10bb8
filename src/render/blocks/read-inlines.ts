import type { ImageInline, Inline, LocalAsset } from '../../model.js';
import { citationsOf } from '../meaning.js';
import {
  attribute,
  childElements,
  classes,
  elements,
  hasClass,
  isElement,
  type SeenElement,
  type SeenNode,
  textContent,
} from '../tree.js';
import type { SlideSteps } from './slide-steps.js';

/** What inlines are read with. */
export interface InlineContext {
  readonly steps: SlideSteps;
  /** By their markers. */
  readonly assets: ReadonlyMap<string, LocalAsset>;
}

/** Elements that stand among words; all others are blocks. */
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark math meter output progress q rp rt ruby s samp select small span strike strong sub sup svg textarea time tt u var wbr audio canvas embed iframe object picture video'.split(
    ' ',
  ),
);

export function isInline(node: SeenNode): boolean {
  return !isElement(node) || inlineTags.has(node.tagName);
}

/** Words set apart that a writer may know by their element's name. */
const styledTags = new Set(
  'b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The words of some nodes, white space as HTML shows it: runs of it are one space, and none stands at the ends. */
export function readInlines(nodes: readonly SeenNode[], context: InlineContext): readonly Inline[] {
  return trimmed(joined(nodes.flatMap((node) => inlinesOf(node, context))));
}

export function readImage(image: SeenElement, { assets }: Pick<InlineContext, 'assets'>): ImageInline {
  const address = attribute(image, 'src') ?? attribute(image, 'data-src') ?? '';
  const marker = /\uFDD0.*?\uFDD1/.exec(address)?.[0] ?? '';
  const file = assets.get(marker)?.file;
  const alt = attribute(image, 'alt') ?? attribute(image, 'aria-label') ?? '';
  return { kind: 'image', address, alt, ...(file === undefined ? {} : { file }) };
}

/** The TeX of a formula that KaTeX has set; undefined where the element is none. */
export function texOf(element: SeenElement): string | undefined {
  const [annotation] = hasClass(element, 'katex') ? elements(element, 'annotation') : [];
  return annotation === undefined ? undefined : textContent(annotation).trim();
}

function inlinesOf(node: SeenNode, context: InlineContext): readonly Inline[] {
  if (!isElement(node)) return node.nodeName === '#text' ? [{ kind: 'text', text: textContent(node) }] : [];
  const inside = (): readonly Inline[] => node.childNodes.flatMap((child) => inlinesOf(child, context));
  const tex = texOf(node);
  if (tex !== undefined) return [{ kind: 'formula', tex }];
  if (hasClass(node, 'pm')) return [markOf(node)];
  if (hasClass(node, 'cite') || hasClass(node, 'marks'))
    return childElements(node).flatMap((one) => inlinesOf(one, context));
  if (hasClass(node, 'voice')) return [{ kind: 'voice', text: textContent(node) }];
  if (hasClass(node, 'quote-end') && node.childNodes.length === 0) return [];
  if (node.tagName === 'sup' && hasClass(node, 'note'))
    return [{ kind: 'footnote', number: Number(textContent(node)) }];
  switch (node.tagName) {
    case 'br':
      return [{ kind: 'break' }];
    case 'wbr':
      return [];
    case 'img':
      return [readImage(node, context)];
    case 'abbr':
      return [{ kind: 'abbreviation', short: textContent(node), long: attribute(node, 'title') ?? '' }];
    case 'a': {
      const href = attribute(node, 'href');
      return href === undefined ? inside() : [{ kind: 'link', href, content: inside() }];
    }
    case 'span':
      if (node.attrs.length === 0 || hasClass(node, 'katex-display')) return inside();
  }
  if (!styledTags.has(node.tagName)) return isInline(node) ? [{ kind: 'html', element: node }] : inside();
  const step = hasClass(node, 'fragment') ? context.steps.of(node) : undefined;
  const lang = attribute(node, 'lang');
  return [
    {
      kind: 'styled',
      tag: node.tagName,
      classes: classes(node),
      ...(step === undefined ? {} : { step }),
      ...(lang === undefined ? {} : { lang }),
      content: inside(),
    },
  ];
}

function markOf(mark: SeenElement): Inline {
  const text = textContent(mark);
  return { kind: 'mark', text, name: attribute(mark, 'aria-label') ?? text, citations: citationsOf(mark) };
}

/** Neighbouring texts as one, their white space as HTML shows it. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const found: Inline[] = [];
  for (const inline of inlines) {
    const last = found.at(-1);
    if (inline.kind !== 'text')
      found.push('content' in inline ? { ...inline, content: joined(inline.content) } : inline);
    else if (last?.kind === 'text')
      found[found.length - 1] = { kind: 'text', text: collapsed(last.text + inline.text) };
    else found.push({ kind: 'text', text: collapsed(inline.text) });
  }
  return found.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

/** The spaces of HTML alone: those that hold words together stay (CSS Text 3, 4.1.1). */
function collapsed(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const [first, last] = [inlines[0], inlines.at(-1)];
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind !== 'text') return [inline];
    let { text } = inline;
    if (inline === first) text = text.replace(/^ +/, '');
    if (inline === last) text = text.replace(/ +$/, '');
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}
