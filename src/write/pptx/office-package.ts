import { strToU8, type Zippable, zipSync } from 'fflate';
import { el, xmlPart } from './xml.js';

/** A part of a package and the parts and addresses it names, by their ids in it. */
export interface Part {
  /** From the package's root, without a slash before it. */
  readonly path: string;
  /** Absent: its ending says what it is. */
  readonly type?: string;
  readonly content: string | Uint8Array;
  readonly relations?: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The last word of its type's address. */
  readonly kind: string;
  /** A part's path, or where `isOutside` an address. */
  readonly target: string;
  readonly isOutside?: boolean;
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const kindAddresses: Readonly<Record<string, string>> = {
  'core-properties': `${packageNames}/relationships/metadata/core-properties`,
};
const endings: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Parts as one file (ECMA-376 part 2, Open Packaging Conventions), the same bytes for the same parts: the time of all is the first that
 * ZIP knows. `top` are the relations of the package itself.
 */
export function packOffice(parts: readonly Part[], top: readonly Relation[]): Uint8Array {
  const files: Zippable = {};
  const add = (path: string, content: string | Uint8Array): void => {
    const isPacked = /\.(png|jpeg|gif|xlsx)$/.test(path);
    files[path] = [typeof content === 'string' ? strToU8(content) : content, { level: isPacked ? 0 : 6 }];
  };
  const types = [
    ...Object.entries(endings).map(([Extension, ContentType]) => el('Default', { Extension, ContentType })),
    ...parts.flatMap(({ path, type }) =>
      type === undefined ? [] : [el('Override', { PartName: `/${path}`, ContentType: type })],
    ),
  ];
  add('[Content_Types].xml', xmlPart(el('Types', { xmlns: `${packageNames}/content-types` }, ...types)));
  add('_rels/.rels', relationsPart('', top));
  for (const { path, content, relations = [] } of parts) {
    add(path, content);
    const cut = path.lastIndexOf('/');
    if (relations.length > 0)
      add(`${path.slice(0, cut)}/_rels/${path.slice(cut + 1)}.rels`, relationsPart(path.slice(0, cut), relations));
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function relationsPart(folder: string, relations: readonly Relation[]): string {
  const entries = relations.map(({ id, kind, target, isOutside = false }) =>
    el('Relationship', {
      Id: id,
      Type: kindAddresses[kind] ?? `${officeRelations}/${kind}`,
      Target: isOutside ? target : fromFolder(folder, target),
      TargetMode: isOutside ? 'External' : undefined,
    }),
  );
  return xmlPart(el('Relationships', { xmlns: `${packageNames}/relationships` }, ...entries));
}

/** A part's path as another folder's parts name it. */
function fromFolder(folder: string, path: string): string {
  const [from, to] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
