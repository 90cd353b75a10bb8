import { DeckError } from '../../error.js';
import { isZipWith, unzip } from '../sources/zip.js';
import { readXml, type XmlElement } from './xml-element.js';

/** What a part names: another part, or an address outside. */
export interface PartRelation {
  /** The last word of its type's address. */
  readonly kind: string;
  /** A part's path from the package's root, or an address. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** The parts of an Office file (ECMA-376 part 2, Open Packaging Conventions), its XML unpacked. */
export interface OfficePackage {
  /** As messages name it. */
  readonly path: string;
  /** A part as XML; undefined where there is none. Throws a DeckError where it is not well-formed. */
  readonly xml: (part: string) => Promise<XmlElement | undefined>;
  /** What a part names, by the ids it names it with; of the package itself for an empty path. */
  readonly relations: (part: string) => Promise<ReadonlyMap<string, PartRelation>>;
  /** The bytes of each part that is no XML. */
  readonly sizes: ReadonlyMap<string, number>;
}

interface PackageFile {
  readonly bytes: Uint8Array;
  readonly path: string;
}

const whole = 'Open it in the program it was made with and save it again as .pptx.';

/** Opens a presentation. Throws a DeckError that says what the file is where it is none, and where it is locked, damaged or too large. */
export async function openPresentation(file: PackageFile): Promise<OfficePackage> {
  refuseOther(file);
  const sizes = new Map<string, number>();
  const wants = (name: string, size: number): boolean => {
    const isXml = /\.(?:xml|rels)$/i.test(name);
    if (!isXml) sizes.set(name, size);
    return isXml;
  };
  const files = await unzip({ ...file, name: file.path }, wants, {
    damaged: whole,
    large: 'No presentation has so much text.',
  });
  const decoder = new TextDecoder();
  const known = new Map<string, Promise<XmlElement | undefined>>();
  const xml = (part: string): Promise<XmlElement | undefined> => {
    const bytes = files[part];
    const read = known.get(part) ?? (bytes === undefined ? undefined : wellFormed(decoder.decode(bytes), part, file));
    if (read === undefined) return Promise.resolve(undefined);
    known.set(part, read);
    return read;
  };
  const relations = async (part: string): Promise<ReadonlyMap<string, PartRelation>> => {
    const cut = part.lastIndexOf('/') + 1;
    const root = await xml(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
    return relationsOf(root, part.slice(0, cut));
  };
  return { path: file.path, xml, relations, sizes };
}

async function wellFormed(text: string, part: string, { path }: PackageFile): Promise<XmlElement> {
  const read = await readXml(text);
  if (read !== undefined) return read;
  throw new DeckError('read-failed', `${path} is damaged: its part ${part} is no XML. ${whole}`);
}

function relationsOf(root: XmlElement | undefined, folder: string): ReadonlyMap<string, PartRelation> {
  const relations = new Map<string, PartRelation>();
  for (const child of root?.children ?? []) {
    if (typeof child === 'string') continue;
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => child.attributes.get(name) ?? '');
    if (id === undefined || type === undefined || target === undefined) continue;
    const isOutside = child.attributes.get('TargetMode') === 'External';
    const kind = type.slice(type.lastIndexOf('/') + 1);
    relations.set(id, { kind, target: isOutside ? target : partAt(folder, target), isOutside });
  }
  return relations;
}

/** A part's path as another part names it; an address from `/` is one from the package's root. */
function partAt(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((name) => name !== '');
  for (const name of target.split('/')) {
    if (name === '..') path.pop();
    else if (name !== '' && name !== '.') path.push(name);
  }
  return path.join('/');
}

/** What a file is that is no presentation of PowerPoint 2007 and later. */
function refuseOther({ bytes, path }: PackageFile): void {
  const refuse = (message: string): never => {
    throw new DeckError('usage', `${path} ${message}`);
  };
  if (bytes.length === 0) refuse('is empty. Name the presentation to import.');
  if (isCompound(bytes)) {
    if (holds(bytes, 'EncryptedPackage')) refuse('is locked by a password. Open it and save a copy without one.');
    if (holds(bytes, 'PowerPoint Document'))
      refuse('is a presentation of PowerPoint 97–2003 (.ppt). Open it and save it as .pptx.');
    refuse('is no presentation but a document of an old Office. Name a .pptx file.');
  }
  if (isZipWith(bytes, 'ppt/presentation.xml', 'ppt/slides/', 'ppt/')) return;
  if (isZipWith(bytes, 'opendocument.presentation'))
    refuse('is a presentation of OpenDocument (.odp). Save it as .pptx.');
  if (isZipWith(bytes, 'word/document.xml'))
    refuse('is a Word document. A deck is drafted from it by `pilcrow new <name> --from`.');
  if (isZipWith(bytes, 'xl/workbook.xml')) refuse('is an Excel workbook. Name a .pptx file.');
  if (isZipWith(bytes, '')) refuse('is an archive without a presentation in it. Name a .pptx file.');
  refuse('is no presentation. Name a .pptx file.');
}

/** The first bytes of a compound file (MS-CFB 2.2), in which Office kept its documents before 2007 and keeps locked ones. */
function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/** Whether a compound file has a stream of that name. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
}
