import { join } from 'node:path';
import type { Selector, TransformResult } from 'lightningcss';
import { lightningCss, targetOf, withinString } from '../lightning-css.js';

/**
 * A style sheet, minified, with every `url()` of a local file replaced by its address. What lies on another host becomes an empty
 * data URI: outputs ask nothing of the network. Lightning CSS finds the `url()`s, so that strings and comments are left alone.
 */
export function withUrls(css: string, base: string, address: (file: string) => string | undefined): string {
  const { code, dependencies } = read(css, base);
  let text = code.toString();
  for (const dependency of dependencies || []) {
    if (!('url' in dependency)) continue;
    const target = targetOf(dependency.url, base);
    const to = target.kind === 'kept' ? dependency.url : target.kind === 'file' ? address(target.file) : undefined;
    text = text.replaceAll(dependency.placeholder, () => withinString(to ?? 'data:,'));
  }
  return text;
}

/**
 * A style sheet without the rules for elements that an output does not have, by their classes and ids as selectors name them: what a
 * rule says and shows would come into it all the same.
 */
export function withoutRulesFor(css: string, names: ReadonlySet<string>): string {
  if (![...names].some((name) => css.includes(name.slice(1)))) return css;
  const { code } = lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      Rule: {
        style({ value }) {
          const selectors = value.selectors.filter((selector) => !asksFor(selector, names));
          if (selectors.length === value.selectors.length) return undefined;
          return selectors.length === 0 ? [] : { type: 'style', value: { ...value, selectors } };
        },
        scope({ value: { scopeStart } }) {
          return scopeStart?.every((selector) => asksFor(selector, names)) ? [] : undefined;
        },
      },
    },
  });
  return code.toString();
}

/** Whether a selector can only match where an element of these names is. */
function asksFor(selector: Selector, names: ReadonlySet<string>): boolean {
  return selector.some((part) => {
    if (part.type === 'class') return names.has(`.${part.name}`);
    if (part.type === 'id') return names.has(`#${part.name}`);
    if (part.type === 'attribute') {
      const { name, operation } = part;
      const sign = { class: '.', id: '#' }[name];
      const isWhole = operation?.operator === 'equal' || operation?.operator === 'includes';
      return sign !== undefined && isWhole && names.has(`${sign}${operation.value}`);
    }
    const isChoice =
      part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where' || part.kind === 'has');
    return isChoice && part.selectors.every((one) => asksFor(one, names));
  });
}

function read(css: string, base: string): TransformResult {
  return lightningCss().transform({
    filename: join(base, 'style.css'),
    code: Buffer.from(css),
    analyzeDependencies: true,
    errorRecovery: true,
    minify: true,
  });
}
