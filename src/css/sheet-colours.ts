import type { CssColor, Selector } from 'lightningcss';
import type { Rgb } from './contrast.js';
import { deepestNesting, depthOf, lightningCss } from './lightning-css.js';

/** What the rules of a style sheet colour, as far as they say so in plain colours. */
export interface SheetColours {
  /** The ground that the last of its rules lays below the whole deck; absent where none does. */
  readonly ground?: Rgb;
  /** Colours of words whose rule lays no ground of its own. */
  readonly words: readonly Rgb[];
}

/** Elements and classes that hold all slides, or are every slide, in Reveal, Marp, Slidev and HTML. */
const wholeDeck =
  /^(?:html|body|section|:root|\.(?:reveal|slides|reveal-viewport|backgrounds|slidev-layout|slidev-page))$/;

/** A sheet that cannot be read colours nothing. */
export function sheetColours(css: string): SheetColours {
  if (!/color|background/i.test(css) || depthOf(css) > deepestNesting) return { words: [] };
  let ground: Rgb | undefined;
  const words: Rgb[] = [];
  try {
    lightningCss().transform({
      filename: 'sheet.css',
      code: new TextEncoder().encode(css),
      errorRecovery: true,
      visitor: {
        Rule: {
          style({ value: { selectors, declarations } }) {
            let own: Rgb | undefined;
            let hasOwn = false;
            let word: Rgb | undefined;
            for (const declaration of [
              ...(declarations?.declarations ?? []),
              ...(declarations?.importantDeclarations ?? []),
            ]) {
              if (declaration.property === 'color') word = rgbOf(declaration.value);
              if (!declaration.property.startsWith('background')) continue;
              hasOwn = true;
              if (declaration.property === 'background-color') own = rgbOf(declaration.value);
              if (declaration.property === 'background') own = rgbOf(declaration.value.at(-1)?.color);
            }
            const isWhole = selectors.some((selector) => isOfWholeDeck(selector));
            if (isWhole && own !== undefined) ground = own;
            if (word !== undefined && !hasOwn) words.push(word);
          },
        },
      },
    });
  } catch {
    return { words: [] };
  }
  return ground === undefined ? { words } : { ground, words };
}

/** Whether every part of it is one that holds all slides: `.reveal .slides section`, not `section.lead`. */
function isOfWholeDeck(selector: Selector): boolean {
  return selector.every((part) => {
    if (part.type === 'combinator') return true;
    if (part.type === 'type') return wholeDeck.test(part.name);
    if (part.type === 'class') return wholeDeck.test(`.${part.name}`);
    return part.type === 'pseudo-class' && part.kind === 'root';
  });
}

function rgbOf(colour: CssColor | undefined): Rgb | undefined {
  if (typeof colour !== 'object' || colour.type !== 'rgb' || colour.alpha < 0.5) return undefined;
  return [colour.r, colour.g, colour.b];
}
