import type { SceneLine, SceneParagraph, SceneStyle } from '../../../model/scene.js';
import type { sceneValues } from './scene-values.js';

/** How words are set, and lines drawn. Runs in the page. */
export function sceneStyles({ rgba, hex, hexOver, firstFamily, seenSize }: ReturnType<typeof sceneValues>) {
  return { styleOf, lineOf, alignOf };

  function styleOf(element: Element, style = getComputedStyle(element)): SceneStyle {
    const marked = element.closest('mark, code:not(pre code), kbd');
    const background = marked === null ? undefined : rgba(getComputedStyle(marked).backgroundColor);
    const raised = element.closest('sub') !== null ? 'sub' : element.closest('sup') !== null ? 'super' : undefined;
    const around =
      raised === undefined ? style : getComputedStyle(element.closest('sub, sup')?.parentElement ?? element);
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
    const decoration = decorationOf(element);
    return {
      family: firstFamily(style.fontFamily),
      size: seenSize(around),
      bold: Number(style.fontWeight) >= 600,
      italic: style.fontStyle !== 'normal',
      underlined: decoration.includes('underline'),
      struck: decoration.includes('line-through'),
      colour: hex(style.color),
      spacing: Number.parseFloat(style.letterSpacing) || 0,
      ...(background === undefined || background[3] === 0 ? {} : { ground: hexOver(background) }),
      ...(raised === undefined ? {} : { raised }),
      ...(lang === undefined || lang === '' ? {} : { lang }),
    };
  }

  function decorationOf(element: Element): string {
    let found = '';
    for (let one: Element | null = element; one !== null && one.localName !== 'section'; one = one.parentElement)
      found += ` ${getComputedStyle(one).textDecorationLine}`;
    return found;
  }

  function lineOf(style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left'): SceneLine | undefined {
    const width = Number.parseFloat(style[`border${side}Width`]);
    const kind = style[`border${side}Style`];
    const colour = rgba(style[`border${side}Color`]);
    if (width === 0 || kind === 'none' || kind === 'hidden' || colour[3] < 0.02) return undefined;
    return { colour: hexOver(colour), width, dash: kind === 'dashed' ? 'dash' : kind === 'dotted' ? 'dot' : 'solid' };
  }

  function alignOf({ textAlign }: CSSStyleDeclaration, isRight: boolean): SceneParagraph['align'] {
    if (textAlign === 'center' || textAlign === '-webkit-center') return 'center';
    if (textAlign === 'end' || textAlign === (isRight ? 'left' : 'right')) return 'end';
    return 'start';
  }
}
