import type { SceneBullet } from '../../../model/scene.js';
import type { sceneStyles } from './scene-styles.js';

/** The signs before items. Runs in the page. */
export function sceneBullets({ styleOf }: ReturnType<typeof sceneStyles>) {
  return { bulletOf };

  function bulletOf(item: Element, start: number): { readonly bullet: SceneBullet; readonly at: number } | undefined {
    const style = getComputedStyle(item, '::before');
    const marker = getComputedStyle(item).listStyleType;
    const list = item.parentElement;
    const first = Number(list?.getAttribute('start') ?? 1);
    const place = [...(list?.children ?? [])].indexOf(item);
    const number = Number(item.getAttribute('value') ?? first + place);
    if (style.content !== 'none' && style.content !== 'normal') {
      const literal = /^"([^"]*)"$/.exec(style.content)?.[1];
      const width = Number.parseFloat(style.width) || 0;
      const pulled = Math.abs(Number.parseFloat(style.marginInlineStart)) || 0;
      const isPlaced = style.position === 'absolute';
      const at = isPlaced
        ? item.getBoundingClientRect().left + (Number.parseFloat(style.left) || 0)
        : start - (pulled || width);
      if (literal !== undefined && literal.trim() === '') return undefined;
      const label = literal ?? countedLabel(style.content, number);
      const counts = literal === undefined && /^\d+\.?$/.test(label);
      return { bullet: { text: label.trim(), counts, start: number, style: styleOf(item, style) }, at };
    }
    if (list?.localName === 'ul' && marker !== 'none')
      return {
        bullet: { text: '•', counts: false, start: 1, style: styleOf(item) },
        at: start - Number.parseFloat(getComputedStyle(item).fontSize) * 0.8,
      };
    if (list?.localName === 'ol' && marker !== 'none')
      return {
        bullet: { text: `${number}.`, counts: true, start: number, style: styleOf(item) },
        at: start - Number.parseFloat(getComputedStyle(item).fontSize) * 1.3,
      };
    return undefined;
  }

  /** `"(" counter(item, lower-alpha) ")"`: a counter's place among its like, in its style. */
  function countedLabel(content: string, number: number): string {
    return [...content.matchAll(/"([^"]*)"|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+))?\s*\)/g)]
      .map(([, literal, name, kind = 'decimal']) => (name === undefined ? (literal ?? '') : inStyle(number, kind)))
      .join('');
  }

  function inStyle(number: number, kind: string): string {
    const letter = String.fromCharCode(96 + ((((number - 1) % 26) + 26) % 26) + 1);
    if (kind.endsWith('-alpha') || kind.endsWith('-latin'))
      return kind.startsWith('upper') ? letter.toUpperCase() : letter;
    if (!kind.endsWith('-roman')) return String(number);
    const signs: readonly (readonly [number, string])[] = [
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ];
    let [rest, roman] = [number, ''];
    for (const [value, sign] of signs)
      while (rest >= value) {
        roman += sign;
        rest -= value;
      }
    return kind.startsWith('upper') ? roman.toUpperCase() : roman;
  }
}
