import type { Token } from 'markdown-it';

/** What stands in braces, `{#id .class key="value"}`, as pairs in the order of writing; `id` and `class` among them. */
export type Attributes = readonly (readonly [name: string, value: string])[];

const item =
  /\s*(?:\.(?<class>[\p{L}_-][\p{L}\p{N}_:-]*)|#(?<id>[^\s{}"'<>=`.#]+)|(?<name>[\p{L}_:][\p{L}\p{N}_:.-]*)(?<equals>\s*=\s*)(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|[“”„](?<curly>[^“”„"{}]*)[“”]|(?<bare>[^\s{}"'<>=`]+)))/uy;

/**
 * Reads Pandoc's attributes from the `{` at `start`. Undefined for braces that hold nothing or anything else, which stay text. What an
 * editor or a hand makes of attributes is taken where the braces begin with `.` or `#`, so that nothing else can be meant: typographic
 * quotation marks, spaces around `=`. `end` is the position after the closing brace.
 */
export function readAttributes(text: string, start: number): { attributes: Attributes; end: number } | undefined {
  if (text[start] !== '{') return undefined;
  const attributes: [string, string][] = [];
  const isPlain = /\{\s*[.#]/y.test(text.slice(start, start + 20));
  let end = start + 1;
  for (;;) {
    item.lastIndex = end;
    const groups = item.exec(text)?.groups;
    if (groups === undefined) break;
    const { class: name, id, equals = '=', curly } = groups;
    if ((equals !== '=' || curly !== undefined) && !isPlain) break;
    end = item.lastIndex;
    if (name !== undefined) attributes.push(['class', name]);
    else if (id !== undefined) attributes.push(['id', id]);
    else attributes.push([groups.name ?? '', unescaped(groups.double ?? groups.single ?? curly ?? groups.bare ?? '')]);
  }
  while (/\s/.test(text[end] ?? '')) end++;
  return attributes.length > 0 && text[end] === '}' ? { attributes, end: end + 1 } : undefined;
}

/**
 * Attributes at the very end of a text, and the text before them; not those that a backslash makes text. Of several groups the last
 * counts, as in Pandoc, and with it those before it where one says for whom the text is.
 */
export function readTrailingAttributes(text: string): { attributes: Attributes; before: string } | undefined {
  const last = readLastGroup(text);
  if (last === undefined) return undefined;
  const groups = [last];
  for (let next = readLastGroup(last.before.trimEnd()); next !== undefined; next = readLastGroup(next.before.trimEnd()))
    groups.unshift(next);
  const free = groups.slice(groups.findLastIndex((group) => group !== last && ofInline.test(group.before)) + 1);
  const first = free.findIndex(({ attributes }) => namesAudience(attributes));
  const taken = first === -1 ? [last] : free.slice(first);
  return { attributes: taken.flatMap(({ attributes }) => attributes), before: taken[0]?.before ?? last.before };
}

/** What ends a span, a link, code or emphasis: braces right behind it belong to that. */
const ofInline = /[)\]`*_~]$/;

/** Whether attributes say for whom alone something is. */
export function namesAudience(attributes: Attributes): boolean {
  return attributes.some(
    ([name, value]) => name === 'class' && value.split(/\s+/).some((one) => one === 'teacher' || one === 'student'),
  );
}

function readLastGroup(text: string): { attributes: Attributes; before: string } | undefined {
  if (!text.endsWith('}')) return undefined;
  let start = text.length;
  for (let tries = 0; tries < 16 && start > 0; tries++) {
    start = text.lastIndexOf('{', start - 1);
    if (start === -1) return undefined;
    const found = readAttributes(text, start);
    if (found?.end !== text.length) continue;
    return text[start - 1] === '\\' ? undefined : { attributes: found.attributes, before: text.slice(0, start) };
  }
  return undefined;
}

/** Sets attributes on a token; classes add up, of anything else the last one counts. */
export function applyAttributes(token: Token, attributes: Attributes): void {
  for (const [name, value] of attributes) {
    if (name === 'class') token.attrJoin('class', value);
    else token.attrSet(name, value);
  }
}

function unescaped(value: string): string {
  return value.replace(/\\(["'\\])/g, '$1');
}
