import { strToU8, zipSync } from 'fflate';

const names =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** One red pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

interface PartText {
  readonly path: string;
  readonly names: string;
  readonly content: string;
}

/**
 * A presentation out of a fixture: its parts between `=== path | id kind target; …` lines, the names of Office's XML added to each root. What
 * every presentation has is there by itself: a master with signs for items, usual layouts, the presentation of all slides in order.
 */
export function presentationOf(fixture: string): Uint8Array {
  const given = fixture
    .split(/^=== /m)
    .slice(1)
    .map((text): PartText => {
      const [line = '', ...rest] = text.split('\n');
      const [path = '', related = ''] = line.split('|').map((part) => part.trim());
      return { path, names: related, content: rest.join('\n').trim() };
    });
  const slides = given.filter(({ path }) => /^ppt\/slides\//.test(path)).map(({ path }) => path);
  const all = [...standing(slides).filter(({ path }) => !given.some((one) => one.path === path)), ...given];
  const files: Record<string, Uint8Array> = { '[Content_Types].xml': strToU8(`${head}<Types/>`) };
  for (const { path, names: related, content } of all) {
    files[path] = strToU8(path.endsWith('.xml') ? head + content.replace(/^(<[\w:]+)/, `$1 ${names}`) : content);
    if (related !== '') files[path.replace(/([^/]*)$/, '_rels/$1.rels')] = strToU8(relationsOf(related, files));
  }
  return zipSync(files);
}

function relationsOf(related: string, files: Record<string, Uint8Array>): string {
  const written = related.split(';').map((one) => {
    const [id, kind, target = ''] = one.trim().split(/\s+/);
    if (target.startsWith('ppt/media/')) files[target] = Buffer.from(pixel, 'base64');
    const isOutside = /^[a-z]+:/.test(target);
    const address = isOutside ? target.replaceAll('&', '&amp;') : `/${target}`;
    return `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${address}"${isOutside ? ' TargetMode="External"' : ''}/>`;
  });
  return `${head}<Relationships>${written.join('')}</Relationships>`;
}

const layouts = ['title', 'secHead', 'obj', 'twoObj'];

function standing(slides: readonly string[]): readonly PartText[] {
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('');
  const place = (type: string, at: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="1" name="place"/><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${at}</a:xfrm></p:spPr></p:sp>`;
  const box = (x: number, y: number, cx: number, cy: number): string =>
    `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>`;
  const wide = [
    place('type="title"', box(600_000, 300_000, 11_000_000, 900_000)),
    place('idx="1"', box(600_000, 1_500_000, 11_000_000, 4_500_000)),
  ].join('');
  const two = [
    place('type="title"', box(600_000, 300_000, 11_000_000, 900_000)),
    place('idx="1"', box(600_000, 1_500_000, 5_000_000, 4_500_000)),
    place('idx="2"', box(6_200_000, 1_500_000, 5_400_000, 4_500_000)),
  ].join('');
  return [
    {
      path: '_rels/.rels',
      names: '',
      content: `${head}<Relationships><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="ppt/presentation.xml"/></Relationships>`,
    },
    {
      path: 'ppt/presentation.xml',
      names: slides.map((path, index) => `s${index} slide ${path}`).join(';'),
      content: `<p:presentation><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/></p:presentation>`,
    },
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      names: '',
      content: `<p:sldMaster><p:cSld><p:spTree>${wide}</p:spTree></p:cSld><p:txStyles><p:titleStyle/><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr><a:lvl3pPr><a:buChar char="•"/></a:lvl3pPr></p:bodyStyle></p:txStyles></p:sldMaster>`,
    },
    ...layouts.map((type) => ({
      path: `ppt/slideLayouts/${type}.xml`,
      names: 'rId1 slideMaster ppt/slideMasters/slideMaster1.xml',
      content: `<p:sldLayout type="${type}"><p:cSld><p:spTree>${type === 'twoObj' ? two : wide}</p:spTree></p:cSld></p:sldLayout>`,
    })),
  ];
}
