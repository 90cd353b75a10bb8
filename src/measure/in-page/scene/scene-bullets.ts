import type { SceneBullet } from '../../../model/scene.js';
import type { sceneStyles } from './scene-styles.js';

/** The signs before items. Runs in the page. */
export function sceneBullets({ styleOf }: ReturnType<typeof sceneStyles>) {
  return { bulletOf };

  function bulletOf(item: Element, start: number): { readonly bullet: SceneBullet; readonly at: number } | undefined {
    const style = getComputedStyle(item, '::before');
    const marker = getComputedStyle(item).listStyleType;
    const list = item.parentElement;
    const number = numberOf(item);
    if (style.content !== 'none' && style.content !== 'normal') {
      const literal = /^"([^"]*)"$/.exec(style.content)?.[1];
      const width = Number.parseFloat(style.width) || 0;
      const pulled = Math.abs(Number.parseFloat(style.marginInlineStart)) || 0;
      const isPlaced = style.position === 'absolute';
      const at = isPlaced
        ? item.getBoundingClientRect().left + (Number.parseFloat(style.left) || 0)
        : start - (pulled || width);
      if (literal !== undefined && literal.trim() === '') return undefined;
      const label = (literal ?? countedLabel(style.content, number)).trim();
      // Letters of choices name them, and have nothing behind them.
      const isCounted = literal === undefined && !style.content.includes('counter(choice');
      const counting = isCounted ? countingOf(style.content, number) : undefined;
      return {
        bullet: { text: label, ...(counting === undefined ? {} : { counting }), style: styleOf(item, style) },
        at,
      };
    }
    const size = Number.parseFloat(getComputedStyle(item).fontSize);
    if (list?.localName === 'ul' && marker !== 'none')
      return { bullet: { text: '•', style: styleOf(item) }, at: start - size * 0.8 };
    if (list?.localName === 'ol' && marker !== 'none') {
      const delimiter = marker.startsWith('within-') ? 'within' : marker.startsWith('behind-') ? 'behind' : 'period';
      const numbering = numberingOf(marker.replace(/^(within|behind)-/, '')) ?? 'decimal';
      const [before, behind] = { within: ['(', ')'], behind: ['', ')'], period: ['', '.'] }[delimiter];
      const text = `${before}${inStyle(number, numbering)}${behind}`;
      return {
        bullet: { text, counting: { number, numbering, delimiter }, style: styleOf(item) },
        at: start - size * 1.3,
      };
    }
    return undefined;
  }

  /** As HTML counts: on from the last item with a number of its own, else from the list's first. */
  function numberOf(item: Element): number {
    const items = [...(item.parentElement?.children ?? [])];
    let next = Number(item.parentElement?.getAttribute('start') ?? 1);
    for (const one of items.slice(0, items.indexOf(item) + 1)) next = Number(one.getAttribute('value') ?? next) + 1;
    return next - 1;
  }

  /** How a label counts where it is one counter, alone or with what a number stands with. */
  function countingOf(content: string, number: number): SceneBullet['counting'] {
    const parts = [...content.matchAll(/"([^"]*)"|counter\(\s*[\w-]+\s*(?:,\s*([\w-]+))?\s*\)/g)];
    const counters = parts.filter(([, literal]) => literal === undefined);
    const numbering = numberingOf(counters[0]?.[2] ?? 'decimal');
    const around = parts
      .map(([, literal = '#']) => literal)
      .join('')
      .trim();
    const delimiter = ({ '#': 'none', '#.': 'period', '#)': 'behind', '(#)': 'within' } as const)[around];
    if (counters.length !== 1 || numbering === undefined || delimiter === undefined) return undefined;
    return { number, numbering, delimiter };
  }

  function numberingOf(kind: string): NonNullable<SceneBullet['counting']>['numbering'] | undefined {
    const plain = kind.replace('-latin', '-alpha');
    const known = ['decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman'] as const;
    return known.find((one) => one === plain);
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
