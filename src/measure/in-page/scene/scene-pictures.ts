import type { ScenePicture } from '../../../model/scene.js';
import type { sceneDrawings } from './scene-drawings.js';
import type { sceneSteps } from './scene-steps.js';
import type { sceneTexts } from './scene-texts.js';
import type { sceneValues } from './scene-values.js';

/** Pictures, drawings, and what can only be photographed. Runs in the page. */
export function scenePictures(
  { boxOf }: ReturnType<typeof sceneValues>,
  { stepOf }: ReturnType<typeof sceneSteps>,
  { addShape }: ReturnType<typeof sceneTexts>,
  { shapesOf }: ReturnType<typeof sceneDrawings>,
) {
  return { picture, drawing, backPicture };

  function picture(element: Element): void {
    const rect = element.getBoundingClientRect();
    if (rect.width < 1 || rect.height < 1) return;
    if (element.matches('.katex-display, .formula')) {
      const tex = element.querySelector('annotation')?.textContent?.trim() ?? element.textContent ?? '';
      const inner = element.querySelector('.katex-html')?.getBoundingClientRect() ?? rect;
      addShape({ kind: 'picture', box: boxOf(inner), alt: tex, instead: 'formula', ...stepOf(element) });
      return;
    }
    const isDecor = element.matches('[aria-hidden="true"], [role="presentation"], .decorative');
    const said =
      element.getAttribute('alt') ??
      element.getAttribute('aria-label') ??
      element.getAttribute('title') ??
      element.querySelector('title')?.textContent ??
      '';
    const alt = isDecor ? '' : said.trim();
    const step = stepOf(element);
    if (element.localName === 'img') {
      const file = imageOf(element as HTMLImageElement);
      addShape({ kind: 'picture', box: boxOf(rect), alt, ...step, ...file });
      return;
    }
    if (element.localName === 'svg') {
      addShape({ kind: 'picture', box: boxOf(rect), alt, ...step, svg: svgText(element as SVGSVGElement) });
      return;
    }
    addShape({
      kind: 'picture',
      box: boxOf(rect),
      alt: alt || (element.textContent ?? '').trim(),
      ...step,
      ...(element.hasAttribute('data-photographed') ? {} : { instead: element.localName }),
    });
  }

  function drawing(element: Element): void {
    const svg = element.querySelector('svg');
    if (svg === null) return;
    const id = element.closest('figure')?.id;
    const alt = element.getAttribute('aria-label') ?? '';
    const shapes = shapesOf(svg, id ?? 'drawing', alt);
    if (shapes !== undefined) {
      for (const shape of shapes) addShape(shape);
      return;
    }
    addShape({
      kind: 'picture',
      box: boxOf(svg.getBoundingClientRect()),
      alt,
      svg: svgText(svg),
      ...(id === undefined || id === '' ? {} : { id }),
      ...stepOf(element),
    });
  }

  function backPicture(element: HTMLElement): void {
    const style = getComputedStyle(element);
    if (style.backgroundImage === 'none' && element.querySelector('video, iframe') === null) return;
    addShape({ kind: 'picture', box: boxOf(element.getBoundingClientRect()), alt: '', isGround: true });
  }

  function imageOf(image: HTMLImageElement): Pick<ScenePicture, 'media' | 'svg' | 'crop'> {
    if (image.src.startsWith('data:image/svg+xml')) return plainSvg(image);
    const found = /^data:image\/(png|jpe?g|gif);base64,(.*)$/s.exec(image.src);
    const type = found?.[1] === 'jpg' ? 'jpeg' : found?.[1];
    const { naturalWidth, naturalHeight } = image;
    if (type === undefined || naturalWidth === 0 || found?.[2] === undefined) return {};
    const { objectFit, objectPosition } = getComputedStyle(image);
    const { width, height } = image.getBoundingClientRect();
    const media = { type: type as 'png' | 'jpeg' | 'gif', base64: found[2] };
    if (objectFit === 'fill') return { media };
    if (objectFit !== 'cover') return Math.abs(naturalWidth / naturalHeight - width / height) < 0.02 ? { media } : {};
    const scale = Math.max(width / naturalWidth, height / naturalHeight);
    const [sideways = 0.5, down = 0.5] = objectPosition.split(' ').map((part) => Number.parseFloat(part) / 100);
    const [across, along] = [1 - width / (naturalWidth * scale), 1 - height / (naturalHeight * scale)];
    return {
      media,
      crop: { left: across * sideways, right: across * (1 - sideways), top: along * down, bottom: along * (1 - down) },
    };
  }

  /** The file's own drawing where it is shown whole, and has nothing but forms: other programs read styles, words and filters otherwise. */
  function plainSvg(image: HTMLImageElement): Pick<ScenePicture, 'svg'> {
    const { width, height } = image.getBoundingClientRect();
    if (Math.abs(image.naturalWidth / image.naturalHeight - width / height) > 0.02) return {};
    const comma = image.src.indexOf(',');
    const [kind, data] = [image.src.slice(0, comma), image.src.slice(comma + 1)];
    const bytes = kind.endsWith(';base64') ? Uint8Array.from(atob(data), (one) => one.charCodeAt(0)) : undefined;
    const text = bytes === undefined ? decodeURIComponent(data) : new TextDecoder().decode(bytes);
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const plain =
      'svg g path rect circle ellipse line polyline polygon title desc defs linearGradient radialGradient stop';
    const isPlain = [root, ...root.querySelectorAll('*')].every((one) => plain.split(' ').includes(one.localName));
    return isPlain ? { svg: new XMLSerializer().serializeToString(root) } : {};
  }

  /** The drawing by itself: colours as they are here, nothing that appears later hidden. */
  function svgText(svg: SVGSVGElement): string {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const style = getComputedStyle(svg);
    for (const one of [copy, ...copy.querySelectorAll('*')]) {
      for (const { name, value } of [...one.attributes]) {
        if (name === 'class' || name.startsWith('data-') || name.startsWith('aria-')) one.removeAttribute(name);
        else if (value.includes('var(--'))
          one.setAttribute(
            name,
            value.replace(
              /var\((--[\w-]+)(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)/g,
              (_, custom: string, other?: string) => style.getPropertyValue(custom).trim() || (other ?? 'currentColor'),
            ),
          );
      }
    }
    const { width, height } = svg.getBoundingClientRect();
    copy.setAttribute('width', String(Math.round(width * 100) / 100));
    copy.setAttribute('height', String(Math.round(height * 100) / 100));
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('style', `color: ${style.color}`);
    return new XMLSerializer().serializeToString(copy);
  }
}
