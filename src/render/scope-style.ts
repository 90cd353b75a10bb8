import type { Selector, SelectorComponent } from 'lightningcss';
import { deepestNesting, depthOf, lightningCss } from '../css/lightning-css.js';

/** What could not be read of a style, with its line in it, from 1. */
export interface StyleTrouble {
  readonly line: number;
  readonly message: string;
}

/**
 * A style whose rules hold for one element and what is in it alone; `scope` is a selector of that element. Each selector is asked for an
 * element within as well, at no higher specificity, so that one may name what is around: `.reveal h2`, `section`. `:root`, `body` and the
 * like mean the element itself. What CSS has for it, `@scope`, browsers in use do not all know.
 */
export function scopeStyle(
  css: string,
  scope: string,
): { readonly css: string; readonly trouble: readonly StyleTrouble[] } {
  if (depthOf(css) > deepestNesting) {
    return { css: '', trouble: [{ line: 1, message: `blocks stand more than ${deepestNesting} deep in each other` }] };
  }
  const [within, itself] = [componentOf(`:where(${scope}, ${scope} *)`), componentOf(scope)];
  const { code, warnings } = lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      Rule: {
        style: (rule) => ({
          ...rule,
          value: { ...rule.value, selectors: rule.value.selectors.map((one) => scoped(one, within, itself)) },
        }),
      },
    },
  });
  return { css: code.toString(), trouble: warnings.map(({ message, loc }) => ({ line: loc.line, message })) };
}

/** A selector as Lightning CSS reads it, if it is of one part. */
function componentOf(selector: string): SelectorComponent {
  let found: SelectorComponent | undefined;
  lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(`${selector} { color: red }`),
    visitor: {
      Selector: ([first]) => {
        found = first;
      },
    },
  });
  if (found === undefined) throw new Error(`Lightning CSS reads no selector in ${selector}`);
  return found;
}

/** Nested rules stay as they are: what they are nested in is scoped. */
function scoped(selector: Selector, within: SelectorComponent, itself: SelectorComponent): Selector {
  if (selector.some(({ type }) => type === 'nesting')) return selector;
  const start = selector.findLastIndex(({ type }) => type === 'combinator') + 1;
  const subject = selector.slice(start);
  const [only] = subject;
  if (only !== undefined && subject.length === 1 && isPage(only)) return [itself];
  const element = subject.findIndex(({ type }) => type === 'pseudo-element');
  const end = element === -1 ? selector.length : start + element;
  return selector.toSpliced(end, 0, within);
}

function isPage(part: SelectorComponent): boolean {
  if (part.type === 'pseudo-class') return part.kind === 'root' || part.kind === 'scope';
  if (part.type === 'type') return ['html', 'body'].includes(part.name);
  return part.type === 'class' && ['reveal', 'slides', 'reveal-viewport'].includes(part.name);
}
