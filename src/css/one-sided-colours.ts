import type { Selector, StyleRule } from 'lightningcss';
import { themeColours } from '../model/theme-colours.js';
import { lightningCss } from './lightning-css.js';

/** A colour of the theme that a style sheet sets for the whole page. */
export interface SetColour {
  /** Without its hyphens: `accent`. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Set on an element within the root, so that a value set on the root does not reach what stands in it. */
  readonly isWithin: boolean;
}

/** Which colours of the theme a style sheet sets for the whole page, and which for dark pages. */
export interface SetColours {
  readonly all: readonly SetColour[];
  readonly dark: ReadonlySet<string>;
}

/**
 * The colours of the theme that a sheet sets. The theme stands in a layer, so that each holds on light and dark pages alike. What stands
 * in a `@media` or another condition is passed over, and so is a value that `var()` or `light-dark()` suits to the page. A sheet that cannot
 * be read sets none; why is said elsewhere.
 */
export function setColours(css: string): SetColours {
  const all: SetColour[] = [];
  const dark = new Set<string>();
  if (!mentioned.test(css)) return { all, dark };
  const style = ({ value: rule }: { readonly value: StyleRule }): void => {
    const on = rule.selectors.map(pageOf);
    for (const { name, isSuited } of coloursOf(rule)) {
      if (on.includes('dark')) dark.add(name);
      const isWhole = on.includes('root') || on.includes('within');
      if (isWhole && !isSuited) all.push({ name, line: rule.loc.line + 1, isWithin: !on.includes('root') });
    }
  };
  lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: { Rule: { style, media: leaveOut, container: leaveOut, supports: leaveOut } },
  });
  return { all, dark };
}

const mentioned = new RegExp(`--(${Object.keys(themeColours).join('|')})\\s*:`);
const leaveOut = (): [] => [];

function coloursOf({ declarations }: StyleRule): readonly { readonly name: string; readonly isSuited: boolean }[] {
  const set = [...(declarations?.declarations ?? []), ...(declarations?.importantDeclarations ?? [])];
  return set.flatMap((one) => {
    if (one.property !== 'custom') return [];
    const name = one.value.name.replace(/^--/, '');
    if (!Object.hasOwn(themeColours, name)) return [];
    return [{ name, isSuited: /"type":"(var|light-dark)"/.test(JSON.stringify(one.value.value)) }];
  });
}

/** Elements that hold every slide. */
const holders = new Set(['body', 'reveal', 'reveal-viewport', 'slides']);

/** What a selector means; undefined: less than the whole page, or what its author keeps to one of both grounds. */
function pageOf(selector: Selector): 'dark' | 'root' | 'within' | undefined {
  const text = JSON.stringify(selector);
  if (text.includes('"data-theme"') || text.includes('-background"')) return text.includes('dark') ? 'dark' : undefined;
  const parts = selector.filter(({ type }) => type !== 'combinator');
  const names = parts.map((part) => {
    if (part.type === 'pseudo-class') return part.kind;
    return part.type === 'class' || part.type === 'type' ? part.name : '';
  });
  const isRoot = (name: string): boolean => name === 'root' || name === 'html';
  if (parts.length === 0 || !names.every((name) => isRoot(name) || holders.has(name))) return undefined;
  return names.every(isRoot) ? 'root' : 'within';
}
