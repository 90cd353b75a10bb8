import type { SceneRect } from '../../model.js';
import { emu } from './drawing.js';
import { el, type Xml } from './xml.js';

/** A form that PowerPoint knows by name. */
export function geometry(form: string, ...guides: readonly Xml[]): Xml {
  return el('a:prstGeom', { prst: form }, el('a:avLst', {}, ...guides));
}

/** A rectangle with places of its own at which lines meet it, behind the four that each has (ECMA-376, 20.1.9.8). */
export function rectWithSites({ box, sites = [] }: SceneRect): Xml {
  const [width, height] = [emu(box.width), emu(box.height)];
  const point = (x: number, y: number): Xml => el('a:pt', { x, y });
  const site = (x: number, y: number): Xml => el('a:cxn', { ang: 0 }, el('a:pos', { x, y }));
  const middles = [
    site(Math.round(width / 2), 0),
    site(0, Math.round(height / 2)),
    site(Math.round(width / 2), height),
    site(width, Math.round(height / 2)),
  ];
  const path = el(
    'a:path',
    { w: width, h: height },
    el('a:moveTo', {}, point(0, 0)),
    el('a:lnTo', {}, point(width, 0)),
    el('a:lnTo', {}, point(width, height)),
    el('a:lnTo', {}, point(0, height)),
    el('a:close'),
  );
  return el(
    'a:custGeom',
    {},
    el('a:avLst'),
    el('a:gdLst'),
    el('a:ahLst'),
    el('a:cxnLst', {}, ...middles, ...sites.map(({ x, y }) => site(emu(x), emu(y)))),
    el('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    el('a:pathLst', {}, path),
  );
}
