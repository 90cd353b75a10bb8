import type { Scene } from '../../model/scene.js';
import type { ScenePage } from './scene/scene-functions.js';

/**
 * Reads a deck in print view as it is seen: paragraphs with their runs, tables, pictures, areas and rules, each where it stands. What is
 * no text, no table and no picture file is to be photographed. `showPseudoElements` and `showLogos` come before it. Runs in the page.
 */
export function readScene(): Scene {
  const page = globalThis as unknown as ScenePage;
  const { skipped, pictured } = page.sceneKinds;
  const values = page.sceneValues();
  const styles = page.sceneStyles(values);
  const steps = page.sceneSteps();
  const runs = page.sceneRuns(page.sceneKinds, styles, page.sceneMaths(styles));
  const texts = page.sceneTexts();
  const { words } = page.sceneWords(values, styles, steps, runs, page.sceneBullets(styles));
  const { paint } = page.scenePaint(values, styles, steps, texts);
  const { picture, drawing, backPicture } = page.scenePictures(
    values,
    steps,
    texts,
    page.sceneDrawings(values, steps, page.sceneLetters(values)),
  );
  const { table } = page.sceneTables(values, styles, steps, texts, readInside);
  const { hex, firstFamily } = values;
  const logos = new Map<string, Scene['logos'][number]>();
  let logo: number | undefined;

  const root = getComputedStyle(document.documentElement);
  const names = 'paper ink muted hair shade accent blue red teal amber violet grey'.split(' ');
  const family = (name: string): string => firstFamily(root.getPropertyValue(`--${name}`));
  const slides = [...document.querySelectorAll<HTMLElement>('.pdf-page')].flatMap((sheet) => {
    const section = sheet.querySelector<HTMLElement>('section');
    return section === null ? [] : [slideOf(sheet, section)];
  });
  return {
    theme: {
      colours: Object.fromEntries(names.map((name) => [name, hex(root.getPropertyValue(`--${name}`).trim())])),
      fonts: { heading: family('serif'), body: family('sans'), code: family('mono') },
    },
    slides,
    logos: [...logos.values()],
  };

  function slideOf(sheet: HTMLElement, section: HTMLElement): Scene['slides'][number] {
    const behind = sheet.querySelector<HTMLElement>('.slide-background');
    values.begin(sheet, [document.body, sheet, ...(behind === null ? [] : [behind]), section]);
    steps.begin(section);
    logo = undefined;
    const items = texts.apart(() => {
      const content = behind?.querySelector<HTMLElement>('.slide-background-content');
      if (content != null) texts.onLayer(Number.NEGATIVE_INFINITY, () => backPicture(content));
      visit(section);
    });
    return {
      ...{ id: section.id, ground: values.ground(), shapes: texts.shapes(items), evidence: evidenceOf(section) },
      ...(logo === undefined ? {} : { logo }),
    };
  }

  /** Slides show the same logo where it is of the same picture, place and colour. */
  function readLogo(element: Element): void {
    const shapes = texts.shapes(texts.apart(() => readInside(element)));
    if (shapes.length === 0) return;
    const pictures = [...element.querySelectorAll<HTMLElement>('img, [data-photographed]')];
    const looks = pictures.map((one) => (one instanceof HTMLImageElement ? one.src : one.style.cssText));
    const key = JSON.stringify([shapes, looks]);
    if (!logos.has(key)) logos.set(key, shapes);
    logo = [...logos.keys()].indexOf(key);
  }

  function evidenceOf(section: HTMLElement): Scene['slides'][number]['evidence'] {
    const panel = section.querySelector<HTMLTemplateElement>('template.evidence')?.content;
    return [...(panel?.querySelectorAll('article') ?? [])].map((article) => ({
      rows: [...article.querySelectorAll('dl > div')].map((row) => ({
        name: plainText(row.querySelector('dt')),
        text: plainText(row.querySelector('dd')),
      })),
      words: [...article.querySelectorAll('.words mark')].map(plainText),
    }));
  }

  function plainText(element: Element | null): string {
    return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  function visit(element: Element): void {
    if (element.matches(skipped)) return;
    if (element.matches('.brand-line, .at-foot')) {
      readLogo(element);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none' || Number(style.opacity) < 0.05 || isForEars(element, style)) return;
    texts.onLayer(layerOf(style), () => {
      if (style.visibility !== 'visible' && element.closest('.then, .choice') === null) {
        for (const child of element.children) visit(child);
      } else if (element.matches(`${pictured}, .katex-display, .formula`)) picture(element);
      else if (element.matches('figure > .drawing')) drawing(element);
      else {
        paint(element, style);
        if (element instanceof HTMLTableElement) table(element);
        else readInside(element);
      }
    });
  }

  function layerOf({ position, zIndex }: CSSStyleDeclaration): number {
    return position === 'static' ? 0 : Number.parseInt(zIndex, 10) || 0;
  }

  /** What is cut to nothing is there to be read aloud. */
  function isForEars(element: Element, { clipPath, overflow, position }: CSSStyleDeclaration): boolean {
    const { width, height } = element.getBoundingClientRect();
    const isCut = clipPath !== 'none' || overflow !== 'visible';
    return isCut && position === 'absolute' && width < 2 && height < 2;
  }

  /** Words that stand beside blocks are paragraphs too; what stands among words and is none comes after them. */
  function readInside(element: Element): void {
    const style = getComputedStyle(element);
    const later: Element[] = [];
    let inline: Node[] = [];
    const close = (): void => {
      const read = words(element, inline, style, later);
      if (read !== undefined) texts.addWords(read);
      inline = [];
    };
    for (const node of element.childNodes) {
      if (!(node instanceof Element)) {
        inline.push(node);
        continue;
      }
      const { display, position, float } = getComputedStyle(node);
      if (node.matches(skipped) || display === 'none') continue;
      if (position === 'absolute' || float !== 'none') later.push(node);
      else if (display.startsWith('inline') || node.localName === 'br') inline.push(node);
      else {
        close();
        visit(node);
      }
    }
    close();
    for (const node of later) visit(node);
  }
}
