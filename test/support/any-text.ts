import fc from 'fast-check';

/** Half of the letters are ASCII, the rest any code point. `fc.string({ unit: 'binary' })` makes a table of all 1.1 million first: seconds. */
const letter = fc
  .oneof(
    fc.integer({ max: 0x7f, min: 0 }),
    fc.integer({ max: 0xd7ff, min: 0x80 }),
    fc.integer({ max: 0x10ffff, min: 0xe000 }),
  )
  .map((code) => String.fromCodePoint(code));

/** Any text of at most so many code points, without half surrogates. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.array(letter, { maxLength }).map((letters) => letters.join(''));
}
