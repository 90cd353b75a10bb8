import { readFileSync } from 'node:fs';
import { type SelectorComponent, transform, type Visitor } from 'lightningcss';

/** Reveal's style sheet: what each page needs, and what only some ask for. Both are in the theme's layer for it. */
export interface RevealStyle {
  readonly first: string;
  readonly later: string;
}

/** Ways to go from one slide to the next, as Reveal names them in a class or an attribute. The theme's own is none of them. */
const transitions = 'slide linear default convex concave zoom cube page fade'.split(' ');
/** Transitions; previews over the page; Reveal's scroll view and its own list of slides. */
const laterClass = new RegExp(
  `^(?:${transitions.join('|')}|r-overlay(?!-button).*|reveal-scroll|loading-scroll-mode|scroll-page.*|scrollbar.*|jump-to-slide.*)$`,
);

/** What no script of this version or of ours makes: links that roll, the zoom of a plugin, and code that highlight.js sets. */
const deadClass = /^(?:roll|zoomed|hljs.*)$/;

/**
 * Divides Reveal's style sheet. Its rules for printing a deck's page are left out, which set type of their own over every theme's, marked
 * important, and so is its moving picture while a preview loads: the theme has better.
 */
export function revealStyle(file: string): RevealStyle {
  const css = readFileSync(file);
  const left = { print: 0, picture: 0, later: 0 };
  const keep = (wanted: 'first' | 'later'): string => {
    const visitor: Visitor<Record<string, never>> = {
      Rule: {
        style(rule) {
          const { selectors } = rule.value;
          if (selectors.every((selector) => selector.some(isDead))) return [];
          const isLater = selectors.every((selector) => selector.some((part) => isAskedFor(part) || isDead(part)));
          if (isLater) left.later++;
          return isLater === (wanted === 'later') ? undefined : [];
        },
        keyframes: () => (wanted === 'first' ? undefined : []),
        media(rule) {
          const isPrint = rule.value.query.mediaQueries.every(({ mediaType }) => mediaType === 'print');
          if (isPrint) left.print++;
          return isPrint ? [] : undefined;
        },
      },
      Declaration: {
        'background-image'({ property, value }) {
          const isPicture =
            property === 'background-image' &&
            value.some((image) => image.type === 'url' && image.value.url.startsWith('data:image/gif'));
          if (isPicture) left.picture++;
          return isPicture ? [] : undefined;
        },
      },
    };
    const { code: parted } = transform({ filename: file, code: css, visitor });
    // Once more, since blocks that have become empty go only then.
    const { code } = transform({ filename: file, code: parted, minify: true });
    return `@layer reveal{${code}}`;
  };
  const divided = { first: keep('first'), later: keep('later') };
  const missing = Object.entries(left).filter(([, count]) => count === 0);
  if (missing.length > 0)
    throw new Error(
      `The style sheet of reveal.js has changed its form; nothing was found of: ${missing.map(([name]) => name).join(', ')}.`,
    );
  return divided;
}

function isAskedFor(part: SelectorComponent): boolean {
  if (part.type === 'class') return laterClass.test(part.name);
  if (part.type !== 'attribute' || !/^data-(?:background-)?transition$/.test(part.name)) return false;
  return part.operation !== undefined && part.operation !== null && part.operation.value !== 'none';
}

function isDead(part: SelectorComponent): boolean {
  return part.type === 'class' && deadClass.test(part.name);
}
