import type { Place } from '../model.js';

/**
 * Data as a text by which the same data is known again. Places in the file of `base` are told from its line, since a slide is the same
 * when lines are added above it; the lines of tokens are told from those of the first. What a thing is not is left out as `undefined` is.
 */
export function textOf(data: unknown, base: Place): string {
  let firstLine: number | undefined;
  return written(data);

  function written(value: unknown): string {
    if (typeof value === 'string') return `${value.length}"${value}`;
    if (value === null || typeof value !== 'object') return `${String(value)},`;
    if (Array.isArray(value)) return listed('[', value);
    if (value instanceof Map) return listed('m', [...value].flat());
    if (value instanceof Set) return listed('s', [...value]);
    if ('line' in value && 'path' in value) return placed(value as Place);
    return object(value as Readonly<Record<string, unknown>>);
  }

  function listed(sign: string, values: readonly unknown[]): string {
    let text = `${sign}${values.length}:`;
    for (const one of values) text += written(one);
    return text;
  }

  function placed({ path, line, column }: Place): string {
    const isHere = path === base.path;
    return `@${isHere ? '' : path}:${isHere ? line - base.line : line}:${column ?? ''},`;
  }

  function object(value: Readonly<Record<string, unknown>>): string {
    let text = '{';
    for (const name in value) {
      const own = value[name];
      if (own === undefined) continue;
      text += name;
      text += name === 'map' && Array.isArray(own) ? linesOf(own) : `=${written(own)}`;
    }
    return `${text}}`;
  }

  function linesOf([from, to]: readonly number[]): string {
    firstLine ??= from;
    return `~${Number(from) - Number(firstLine)}~${Number(to) - Number(firstLine)},`;
  }
}
