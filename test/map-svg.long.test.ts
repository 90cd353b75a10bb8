import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DrawnMap, drawMap } from '../src/map/draw-map.js';
import { meet, type Rect, within } from '../src/map/geometry.js';
import { drop, leading, rise } from '../src/map/label.js';
import { type Face, labelWidth } from '../src/map/label-width.js';
import { readMap } from '../src/map/read-map.js';

test.each(['[RU]', '[-10, 35, 40, 70]', '[-180, -57, 180, 80]', '[CA]'])('the map of %s is light', (fit) => {
  expect(gzipSync(draw(`fit: ${fit}`).drawing.svg).length).toBeLessThan(25_000);
});

test('the same map gives the same bytes, and two on a page share no id', () => {
  const code = 'fit: [UA]\nhighlight: {UA: ukraine}';
  expect(draw(code, 'one').drawing.svg).toBe(draw(code, 'one').drawing.svg);
  const ids = ['one', 'two'].map((prefix) =>
    [...draw(code, prefix).drawing.svg.matchAll(/id="([^"]*)"/g)].map(([, id]) => id),
  );
  expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toEqual([]);
});

test('hostile names stay text', () => {
  const { drawing } = draw('fit: [BY]\nplaces: [{name: "</svg><script>&", lon: 28, lat: 53.5}]');
  expect(drawing.svg).toContain('&lt;/svg&gt;&lt;script&gt;&amp;');
  expect(drawing.svg).not.toContain('<script');
});

test('labels never overlap, stay in the window and are at least 18 px', () => {
  const codes = 'BY RU UA PL LT LV DE FR TR GE IN VN BR CD ZA US ID NO'.split(' ');
  const place = fc.record({
    name: fc.constantFrom('Minsk', 'Kamenny Log', 'Санкт-Пецярбург', 'Šiauliai', 'A'),
    kind: fc.constantFrom('capital', 'place'),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
    up: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const view = fc.record({
    west: fc.integer({ min: -175, max: 150 }),
    south: fc.integer({ min: -55, max: 65 }),
    wide: fc.integer({ min: 3, max: 60 }),
    high: fc.integer({ min: 2, max: 25 }),
    places: fc.array(place, { maxLength: 9 }),
    solid: fc.constantFrom(...codes),
    lang: fc.constantFrom('en', 'be', 'pl', 'lt'),
  });
  const check = fc.property(view, ({ west, south, wide, high, places, solid, lang }) => {
    const east = west + wide > 180 ? west + wide - 360 : west + wide;
    const spots = places.map(({ name, kind, right, up }) => ({
      name,
      kind,
      lon: wrap(west + right * wide),
      lat: south + up * high,
    }));
    const fence = {
      fit: [west, south, east, south + high],
      places: spots,
      highlight: { [solid]: { tone: 'nato', fill: 'solid' } },
    };
    const { drawing } = draw(JSON.stringify(fence), 'x', lang);
    const boxes = labelBoxes(drawing.svg);
    expect(boxes.filter((box) => !within(box, { x: 0, y: 0, width: 736, height: 424 }))).toEqual([]);
    expect(boxes.filter((box, index) => boxes.some((other, at) => at < index && meet(box, other)))).toEqual([]);
    expect(drawing.smallestLabel).toBeGreaterThanOrEqual(18);
  });
  fc.assert(check, { seed: 262, numRuns: 60 });
});

function draw(code: string, prefix = 'map', lang = 'en'): DrawnMap {
  return drawMap(readMap(code, { path: 'deck.md', line: 1 }).map, lang, { prefix });
}

function labelBoxes(svg: string): readonly Rect[] {
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, attributes = '', inner = '']) => {
    const attribute = (name: string, from = attributes): string =>
      new RegExp(` ?${name}="([^"]*)"`).exec(from)?.[1] ?? '';
    const lines = inner.startsWith('<tspan')
      ? inner
          .split('</tspan>')
          .filter(Boolean)
          .map((line) => line.replace(/<[^>]*>/, ''))
      : [inner];
    const from = inner.startsWith('<tspan') ? inner : attributes;
    const face: Face = attributes.includes('--sans')
      ? 'sans-bold'
      : attributes.includes('"600"')
        ? 'serif-bold'
        : 'serif';
    const size = Number(attribute('font-size'));
    const width = Math.max(...lines.map((line) => labelWidth(line, face, size)));
    const shift = { start: 0, middle: 0.5, end: 1 }[attribute('text-anchor')] ?? 0;
    const [x, y] = [Number(attribute('x', from)) - shift * width, Number(attribute('y', from)) - rise * size];
    return { x, y, width, height: size * (rise + drop + leading * (lines.length - 1)) };
  });
}

function wrap(lon: number): number {
  return lon > 180 ? lon - 360 : lon;
}
