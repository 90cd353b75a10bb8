import type { PptxDeck } from './write-pptx.js';
import { el, type Xml } from './xml.js';

/** The parts of the talk as PowerPoint's sections; what comes before the first has the deck's title. Undefined where there are none. */
export function sectionsOf({ scene, rendered, title }: PptxDeck): Xml | undefined {
  const sections: { readonly name: string; readonly ids: number[] }[] = [];
  for (const [index, { id }] of scene.slides.entries()) {
    const name = rendered.find((slide) => slide.id === id)?.section?.title ?? title;
    const last = sections.at(-1);
    if (last?.name === name) last.ids.push(256 + index);
    else sections.push({ name, ids: [256 + index] });
  }
  if (sections.length < 2) return undefined;
  const written = sections.map(({ name, ids }, index) =>
    el(
      'p14:section',
      { name, id: `{50494C43-0000-4000-8000-${String(index + 1).padStart(12, '0')}}` },
      el('p14:sldIdLst', {}, ...ids.map((id) => el('p14:sldId', { id }))),
    ),
  );
  const list = el(
    'p14:sectionLst',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
    ...written,
  );
  return el('p:extLst', {}, el('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, list));
}
