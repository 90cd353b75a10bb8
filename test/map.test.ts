import iso from 'i18n-iso-countries/index.js';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../src/map/atlas.js';
import { type DrawnMap, drawMap } from '../src/map/draw-map.js';
import { contains, type Point, type Ring } from '../src/map/geometry.js';
import { withoutShape } from '../src/map/map-view.js';
import { readMap } from '../src/map/read-map.js';
import { formatDiagnostic, sortDiagnostics } from '../src/model/diagnostic.js';
import { shareOf } from './support/share.js';
import { testTwins } from './support/twins.js';

testTwins('map', 'svg', (text) => drawFence(text).svg, 3);
testTwins('map', 'txt', (text) => drawFence(text).told, 3);
testTwins('map/bad', 'txt', (text) => drawFence(text).told);

describe('Crimea', () => {
  const crimea = '{name: Dzhankoi, lon: 34.4, lat: 45.7}';
  const mainland = '{name: Tokmak, lon: 35.7, lat: 47.2}';
  const drawn = (disputed: string): string =>
    draw(`fit: [28, 43, 41, 50]\ndisputed: ${disputed}\nplaces: [${crimea}, ${mainland}]`).drawing.svg;

  test('is Ukraine unless the author asks for the data', () => {
    const owners = ['default', 'plain', 'natural-earth'].map((mode) => ownerOfMark(drawn(mode)));
    expect(owners).toEqual(['UA', 'UA', 'RU']);
  });

  test('is hatched by default only', () => {
    const modes = ['default', 'plain', 'natural-earth'];
    expect(modes.filter((mode) => drawn(mode).includes('data-hatch'))).toEqual(['default']);
  });

  test('is joined to Ukraine without a line between them', () => {
    const svg = drawn('plain');
    const [one, other] = marks(svg);
    const holds = (ring: Ring): boolean => [one, other].every((at) => at !== undefined && contains([ring], at));
    expect(areas(svg).get('UA')?.some(holds)).toBe(true);
  });

  test('is spoken of only where it is seen', () => {
    expect(draw('fit: [BY]').smallPrint.join()).not.toContain('68/262');
    expect(draw('fit: [UA]').smallPrint.join()).toContain('68/262');
  });
});

test('Kaliningrad is Russia', () => {
  const { drawing, alt } = draw('fit: [LT]\nplaces: [{name: Kaliningrad, lon: 21.2, lat: 54.7}]');
  expect(ownerOfMark(drawing.svg)).toBe('RU');
  expect(alt).toContain('Kaliningrad (in Russia)');
});

const acrossTheMeridian = [
  '[RU]',
  '[FJ]',
  '[US]',
  '[NZ]',
  '[170, -25, -175, -10]',
  '[-180, -57, 180, 80]',
  '[-180, 66, 180, 90]',
  '[AQ]',
];

test.each(shareOf(acrossTheMeridian, 4))('nothing is smeared across the map of %s', (fit) => {
  const { drawing } = draw(`fit: ${fit}`);
  const steps = [...areas(drawing.svg).values()].flat().flatMap((ring) =>
    ring.flatMap((point, index) => {
      const before = ring.at(index - 1) ?? point;
      const isInside = [before, point].some(([x, y]) => x > 0 && x < 736 && y > 0 && y < 424);
      return isInside ? [Math.hypot(point[0] - before[0], point[1] - before[1])] : [];
    }),
  );
  expect(Math.max(...steps)).toBeLessThan(120);
  expect(drawing.svg).not.toContain('NaN');
});

test('a country that the coarse data has not is drawn from the finer, and the map says so', () => {
  expect(draw('fit: [TV]').smallPrint[0]).toMatch(/1.:.10.million/);
  expect(draw('fit: [BY]').smallPrint[0]).toMatch(/1.:.50.million/);
});

test('every ISO code has a shape, or is known to have none', () => {
  const shaped = new Set([...loadAtlas('50m').countries, ...loadAtlas('10m').countries].map(({ code }) => code));
  expect(
    Object.keys(iso.getAlpha2Codes())
      .filter((code) => !shaped.has(code))
      .toSorted(),
  ).toEqual([...withoutShape.keys()]);
});

function draw(code: string): DrawnMap {
  return drawMap(readMap(code, { path: 'deck.md', line: 1 }).map, 'en', { prefix: 'map' });
}

/** The map of a file's first fence, its language after the word `map`, and all it says in words. */
function drawFence(text: string): { readonly svg: string; readonly told: string } {
  const fence = new MarkdownIt().parse(text, {}).find(({ type }) => type === 'fence');
  const { map, diagnostics } = readMap(fence?.content ?? '', { path: 'deck.md', line: (fence?.map?.[0] ?? 0) + 2 });
  const said = sortDiagnostics(diagnostics).map(formatDiagnostic);
  if (said.length > 0) return { svg: '', told: `${said.join('\n')}\n` };
  const drawn = drawMap(map, fence?.info.split(' ')[1] ?? 'en', { prefix: 'map' });
  const size = `${drawn.drawing.width} × ${drawn.drawing.height}, smallest label ${drawn.drawing.smallestLabel}`;
  const told = [size, drawn.alt, ...drawn.smallPrint, ...drawn.diagnostics.map(formatDiagnostic)];
  return { svg: `${drawn.drawing.svg}\n`, told: `${told.join('\n')}\n` };
}

/** The rings of each country, read back from the drawing. */
function areas(svg: string): ReadonlyMap<string, readonly Ring[]> {
  const hatched = /<path id="[^"]*-hatched" d="([^"]*)"/.exec(svg)?.[1];
  const found = [...svg.matchAll(/<path data-country="(\w+)"[^>]* d="([^"]*)"/g)].map(
    ([, code = '', path = '']) => [code, rings(path)] as const,
  );
  return new Map(hatched === undefined ? found : [...found, ['UA', rings(hatched)]]);
}

function rings(path: string): readonly Ring[] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      let [x, y] = [0, 0];
      return [...ring.matchAll(/[Ml](-?[\d.]+) ?(-?[\d.]+)/g)].map(([, dx, dy]): Point => {
        [x, y] = [x + Number(dx), y + Number(dy)];
        return [x, y];
      });
    });
}

/** Where the rings that mark places stand. */
function marks(svg: string): readonly Point[] {
  return [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
}

/** The country under the first mark. */
function ownerOfMark(svg: string): string | undefined {
  const [at = [0, 0]] = marks(svg);
  return [...areas(svg)].find(([, country]) => contains(country, at))?.[0];
}
