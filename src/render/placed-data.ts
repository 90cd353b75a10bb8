import type { Place } from '../model.js';

/**
 * Data that is compared with what it was like before. Places in the file of `base` are told from its line, since a slide is the same when
 * lines are added above it; the lines of tokens are told from those of the first. What a thing is not is left out as `undefined` is.
 */
export class PlacedData {
  readonly #data: unknown;
  readonly #base: Place;

  constructor(data: unknown, base: Place) {
    this.#data = data;
    this.#base = base;
  }

  isSame(other: PlacedData): boolean {
    return new Comparison(this.#base, other.#base).isSame(this.#data, other.#data);
  }
}

type Fields = Readonly<Record<string, unknown>>;

class Comparison {
  #firstLines: readonly [number, number] | undefined;

  constructor(
    private readonly base: Place,
    private readonly otherBase: Place,
  ) {}

  isSame(one: unknown, other: unknown): boolean {
    if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
      return Object.is(one, other);
    if (Array.isArray(one)) return Array.isArray(other) && this.#areSame(one, other);
    if (one instanceof Map) return other instanceof Map && this.#areSame([...one].flat(), [...other].flat());
    if (one instanceof Set) return other instanceof Set && this.#areSame([...one], [...other]);
    if (isPlace(one)) return isPlace(other) && this.#isSamePlace(one, other);
    return this.#haveSame(one as Fields, other as Fields);
  }

  #areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) if (!this.isSame(one[at], other[at])) return false;
    return true;
  }

  #isSamePlace(one: Place, other: Place): boolean {
    const [isHere, isOtherHere] = [one.path === this.base.path, other.path === this.otherBase.path];
    if (isHere !== isOtherHere || (!isHere && one.path !== other.path) || one.column !== other.column) return false;
    return isHere ? one.line - this.base.line === other.line - this.otherBase.line : one.line === other.line;
  }

  #haveSame(one: Fields, other: Fields): boolean {
    let more = 0;
    for (const name in one) {
      const own = one[name];
      if (own === undefined) continue;
      more++;
      const theirs = other[name];
      const isSame =
        name === 'map' && Array.isArray(own) && Array.isArray(theirs)
          ? this.#areSameLines(own, theirs)
          : this.isSame(own, theirs);
      if (!isSame) return false;
    }
    for (const name in other) if (other[name] !== undefined) more--;
    return more === 0;
  }

  #areSameLines([from, to]: readonly number[], [otherFrom, otherTo]: readonly number[]): boolean {
    this.#firstLines ??= [Number(from), Number(otherFrom)];
    const [first, otherFirst] = this.#firstLines;
    return (
      Number(from) - first === Number(otherFrom) - otherFirst && Number(to) - first === Number(otherTo) - otherFirst
    );
  }
}

function isPlace(value: object): value is Place {
  return 'line' in value && 'path' in value;
}
