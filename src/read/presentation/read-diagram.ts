import type { Paragraph } from './presentation.js';
import { readParagraphs, type TextSetting } from './read-text.js';
import { allBelow, childAt, isOn, numberOf, type XmlElement } from './xml-element.js';

/** The list that a SmartArt drawing is made of (ECMA-376 part 1, 21.4): its points by who stands below whom. */
export function readDiagram(data: XmlElement | undefined, setting: TextSetting): readonly Paragraph[] {
  const points = new Map(allBelow(data, 'dgm:pt').map((point) => [point.attributes.get('modelId') ?? '', point]));
  const below = new Map<string, { readonly id: string; readonly order: number }[]>();
  for (const link of allBelow(data, 'dgm:cxn')) {
    if ((link.attributes.get('type') ?? 'parOf') !== 'parOf') continue;
    const [from, to] = [link.attributes.get('srcId') ?? '', link.attributes.get('destId') ?? ''];
    below.set(from, [...(below.get(from) ?? []), { id: to, order: numberOf(link, 'srcOrd') ?? 0 }]);
  }
  const read: Paragraph[] = [];
  const seen = new Set<string>();
  const visit = (id: string, level: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const point = points.get(id);
    const isText = ['node', 'asst'].includes(point?.attributes.get('type') ?? 'node');
    const texts =
      isText && !isOn(childAt(point, 'dgm:prSet'), 'phldr') ? readParagraphs(childAt(point, 'dgm:t'), setting) : [];
    const runs = texts.flatMap((one, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...one.runs]);
    const isSaid = runs.some(({ text }) => text.trim() !== '');
    if (isSaid) read.push({ level: Math.min(8, level), item: {}, runs });
    const inOrder = (below.get(id) ?? []).toSorted((a, b) => a.order - b.order);
    for (const child of inOrder) visit(child.id, isSaid ? level + 1 : level);
  };
  const roots = [...points].filter(([, point]) => point.attributes.get('type') === 'doc').map(([id]) => id);
  for (const root of roots) visit(root, 0);
  return read;
}
