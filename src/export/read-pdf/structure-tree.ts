import { PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { PdfElement, PdfLink } from '../../model.js';
import { markKey, type PageContents } from './page-contents.js';
import { dictEntry, entry, membersOf, numberOf, type PageNumbers, pageOf, textEntry } from './pdf-values.js';

/** What the leaves of the tree point at. */
export interface Leaves {
  readonly pages: PageNumbers;
  readonly contents: PageContents;
  /** Links by the references of their annotations. */
  readonly links: ReadonlyMap<string, PdfLink>;
}

/** The structure tree (ISO 32000-1, 14.7), walked as it stands in the file: pdf.js loses that of pages with transparency groups. */
export function structureTree(document: PDFDocument, leaves: Leaves): readonly PdfElement[] {
  const root = dictEntry(document.catalog, 'StructTreeRoot');
  if (root === undefined) return [];
  const roles = rolesOf(dictEntry(root, 'RoleMap'));
  const seen = new Set<PDFDict>();

  function read(member: PDFObject, page: number | undefined): readonly PdfElement['children'][number][] {
    const value = member instanceof PDFRef ? document.context.lookup(member) : member;
    const mark = numberOf(value);
    if (mark !== undefined) return contentOf(page, mark);
    if (!(value instanceof PDFDict) || seen.has(value)) return [];
    seen.add(value);
    const here = pageOf(value.get(PDFName.of('Pg')), leaves.pages) ?? page;
    const type = textEntry(value, 'Type');
    if (type === 'MCR') return contentOf(here, numberOf(entry(value, 'MCID')));
    if (type === 'OBJR') {
      const link = leaves.links.get(String(value.get(PDFName.of('Obj'))));
      return link === undefined ? [] : [{ kind: 'link', link }];
    }
    const children = membersOf(entry(value, 'K')).flatMap((child) => read(child, here));
    return [{ kind: 'element', role: roles(textEntry(value, 'S')), ...saidBy(value), children }];
  }

  function contentOf(page: number | undefined, mark: number | undefined): readonly PdfElement['children'][number][] {
    const content = leaves.contents.marked.get(markKey(page ?? 0, mark ?? -1));
    return content === undefined ? [] : [content];
  }

  return membersOf(entry(root, 'K'))
    .flatMap((member) => read(member, undefined))
    .filter((child) => child.kind === 'element');
}

/** A role that is mapped to another means that one; maps may lead on, and in circles. */
function rolesOf(map: PDFDict | undefined): (name: string) => string {
  return (name) => {
    let role = name;
    for (let step = 0; step < 8; step += 1) {
      const next = map === undefined ? '' : textEntry(map, role);
      if (next === '' || next === role) break;
      role = next;
    }
    return role;
  };
}

function saidBy(dict: PDFDict): Omit<PdfElement, 'kind' | 'role' | 'children'> {
  const attributes = membersOf(entry(dict, 'A'))
    .map((one) => (one instanceof PDFRef ? dict.context.lookup(one) : one))
    .filter((one) => one instanceof PDFDict);
  const scope = attributes.map((one) => textEntry(one, 'Scope')).find((one) => one !== '');
  const columns = attributes.map((one) => numberOf(entry(one, 'ColSpan'))).find((one) => one !== undefined) ?? 1;
  return {
    ...(dict.has(PDFName.of('Lang')) ? { lang: textEntry(dict, 'Lang') } : {}),
    ...(dict.has(PDFName.of('Alt')) ? { alt: textEntry(dict, 'Alt') } : {}),
    ...(dict.has(PDFName.of('ActualText')) ? { actualText: textEntry(dict, 'ActualText') } : {}),
    ...(scope === undefined ? {} : { scope }),
    columns,
  };
}
