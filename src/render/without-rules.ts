import type { CustomAtRules, Selector, SelectorComponent, Visitor } from 'lightningcss';
import { lightningCss } from '../css/lightning-css.js';

/**
 * A style sheet without the rules for elements that an output does not have, by their names: what a rule says and shows would come into
 * it all the same, and what it asks for tells that something is left out. Names are `#id`, `.class`, `[name=value]` and elements' own.
 */
export function withoutRulesFor(css: string, names: ReadonlySet<string>): string {
  const isPlain = !/[\\[]/.test(css);
  if (isPlain && ![...names].some((name) => css.includes(name.replace(/^[.#]/, '')))) return css;
  const kept = (selector: Selector): boolean => !asksFor(selector, names);
  const dropped: string[] = [];
  const { code } = lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      Rule: {
        style({ value }) {
          const selectors = value.selectors.filter(kept).map((selector) => withoutNames(selector, names));
          const isSame = selectors.every((selector, index) => selector === value.selectors[index]);
          if (isSame && selectors.length === value.selectors.length) return undefined;
          if (selectors.length === 0) dropped.push(JSON.stringify([value.declarations, value.rules]));
          return selectors.length === 0 ? [] : { type: 'style', value: { ...value, selectors } };
        },
        scope(rule) {
          const { scopeStart, scopeEnd, ...value } = rule.value;
          if (scopeStart?.every(kept) !== false && scopeEnd?.every(kept) !== false) return undefined;
          const [start = [], end = []] = [scopeStart?.filter(kept), scopeEnd?.filter(kept)];
          if (scopeStart != null && start.length === 0) return [];
          const limits = {
            ...(start.length === 0 ? {} : { scopeStart: start }),
            ...(end.length === 0 ? {} : { scopeEnd: end }),
          };
          return { type: 'scope', value: { ...value, ...limits } };
        },
      },
    },
  });
  return withoutDefinitions(code.toString(), dropped.join());
}

/** Without animations, typefaces and other things of a name that rules which were dropped, `users`, are alone in using. */
function withoutDefinitions(css: string, users: string): string {
  if (users === '' || !/@([\w-]*keyframes|font-face|counter-style|property)/i.test(css)) return css;
  const used: string[] = [];
  const transformed = (visitor: Visitor<CustomAtRules>): string =>
    lightningCss()
      .transform({ filename: 'style.css', code: Buffer.from(css), errorRecovery: true, visitor })
      .code.toString();
  const isNamed = (text: string, name: string): boolean => text.includes(JSON.stringify(name));
  transformed({
    Rule: {
      style({ value }) {
        used.push(JSON.stringify(value.declarations));
        return undefined;
      },
    },
  });
  const left = used.join();
  const isOver = (name: string | undefined): boolean =>
    name !== undefined && isNamed(users, name) && !isNamed(left, name);
  return transformed({
    Rule: {
      keyframes: ({ value }) => (isOver(value.name.value) ? [] : undefined),
      'font-face': ({ value }) =>
        value.properties.some((one) => one.type === 'font-family' && isOver(String(one.value))) ? [] : undefined,
      'counter-style': ({ value }) => (isOver(value.name) ? [] : undefined),
      property: ({ value }) => (isOver(value.name) ? [] : undefined),
    },
  });
}

/** Whether a selector can only match where an element of these names is. */
function asksFor(selector: Selector, names: ReadonlySet<string>): boolean {
  return selector.some((part) => {
    if (part.type === 'class') return names.has(`.${part.name}`);
    if (part.type === 'id') return names.has(`#${part.name}`);
    if (part.type === 'type') return names.has(part.name);
    if (part.type === 'attribute') return asksForAttribute(part, names);
    return choicesOf(part)?.every((one) => asksFor(one, names)) ?? false;
  });
}

/** What one of has to match: `:is()`, `:where()`, `:has()`, and `of` in `:nth-child()`. */
function choicesOf(part: SelectorComponent): readonly Selector[] | undefined {
  if (part.type !== 'pseudo-class') return undefined;
  if (part.kind === 'is' || part.kind === 'where' || part.kind === 'has') return part.selectors;
  return part.kind === 'nth-child' || part.kind === 'nth-last-child' ? (part.of ?? undefined) : undefined;
}

/** By any of CSS's ways to compare: `[id^="x"]` can name what begins so. It is kept where the value is of no name that is left out. */
function asksForAttribute(
  { name, operation }: Extract<SelectorComponent, { type: 'attribute' }>,
  names: ReadonlySet<string>,
): boolean {
  if (operation == null || operation.value === '') return false;
  const { operator, value } = operation;
  const matches: Readonly<Record<string, (text: string) => boolean>> = {
    equal: (text) => text === value,
    includes: (text) => text.split(/\s+/).includes(value),
    'dash-match': (text) => text === value || text.startsWith(`${value}-`),
    prefix: (text) => text.startsWith(value),
    substring: (text) => text.includes(value),
    suffix: (text) => text.endsWith(value),
  };
  const sign = { class: '.', id: '#' }[name];
  return [...names].some((one) => {
    const text = sign !== undefined && one.startsWith(sign) ? one.slice(1) : valueIn(one, name);
    return text !== undefined && (matches[operator]?.(text) ?? false);
  });
}

function valueIn(one: string, name: string): string | undefined {
  return one.startsWith(`[${name}=`) ? one.slice(name.length + 2, -1) : undefined;
}

/** Without what is nowhere in the lists of a selector: a `:not(…)` of it always holds, and of `:is(…)` the others are left. */
function withoutNames(selector: Selector, names: ReadonlySet<string>): Selector {
  const isLeft = (one: Selector): boolean => !asksFor(one, names);
  let isSame = true;
  const parts = selector.flatMap((part): SelectorComponent[] => {
    const listed = listOf(part);
    if (listed === undefined) return [part];
    const left = listed.filter(isLeft).map((one) => withoutNames(one, names));
    if (left.length === listed.length && left.every((one, index) => one === listed[index])) return [part];
    isSame = false;
    return left.length === 0 ? [] : [withList(part, left)];
  });
  if (isSame) return selector;
  const [first] = parts;
  const isBare = first === undefined || first.type === 'combinator';
  return isBare ? [{ type: 'universal' }, ...parts] : parts;
}

function listOf(part: SelectorComponent): Selector[] | undefined {
  if (part.type !== 'pseudo-class') return undefined;
  if (part.kind === 'is' || part.kind === 'where' || part.kind === 'has' || part.kind === 'not') return part.selectors;
  return part.kind === 'nth-child' || part.kind === 'nth-last-child' ? (part.of ?? undefined) : undefined;
}

function withList(part: SelectorComponent, list: Selector[]): SelectorComponent {
  if (part.type !== 'pseudo-class') return part;
  if (part.kind === 'is' || part.kind === 'where' || part.kind === 'has' || part.kind === 'not')
    return { ...part, selectors: list };
  return part.kind === 'nth-child' || part.kind === 'nth-last-child' ? { ...part, of: list } : part;
}
