import { deepestNesting, depthOf } from '../css/lightning-css.js';
import { withoutRemarks } from '../css/without-remarks.js';
import { withoutRulesFor } from './without-rules.js';

/** Classes of what the reader of an output does not get: `teacher` for students, `student` for the teacher. */
export type Withheld = readonly string[];

/**
 * An SVG file as its readers get it: without comments, instructions for programs, `<metadata>`, what editors note for themselves (Inkscape's
 * names of layers, the whole plan that draw.io puts into `content`) and elements of a class that is withheld, with the rules for them. All
 * else stays sign for sign: it is XML, which no parser here writes back unchanged. A file that is no well-formed XML is shown by no browser.
 */
export function plainDrawing(svg: string, withheld: Withheld): string {
  if (!suspect.test(svg)) return svg;
  const kept: string[] = [];
  let leftOut: { readonly name: string; depth: number } | undefined;
  let inStyle = false;
  for (const piece of piecesOf(svg)) {
    const name = /^<\/?([^\s/>]+)/.exec(piece)?.[1] ?? '';
    const isTag = name !== '' && !/^[!?]/.test(name);
    if (leftOut !== undefined) {
      if (name !== leftOut.name || piece.endsWith('/>')) continue;
      leftOut.depth += piece.startsWith('</') ? -1 : 1;
      if (leftOut.depth === 0) leftOut = undefined;
    } else if (piece.startsWith('<!--')) {
      // Nothing of it stays.
    } else if (/^<!doctype/i.test(piece)) kept.push(piece.replace(/<!--[\s\S]*?(-->|$)/g, ''));
    else if (/^<\?(?!xml)/i.test(piece)) {
      // An instruction for some program: no browser reads it.
    } else if (!isTag) kept.push(inStyle ? styleFor(piece, withheld) : piece);
    else if (!piece.startsWith('</') && isForNobody(name, piece, withheld)) {
      if (!piece.endsWith('/>')) leftOut = { name, depth: 1 };
    } else {
      if (/(^|:)style$/i.test(name)) inStyle = !piece.startsWith('</') && !piece.endsWith('/>');
      kept.push(piece.replace(editors, (all, _space, attribute: string) => (isEditors(name, attribute) ? '' : all)));
    }
  }
  return kept.join('');
}

const suspect =
  /<!--|<\?(?!xml)|teacher|student|<([\w-]+:)?metadata|(inkscape|sodipodi):|\scontent\s*=|\sclass\s*=|\/\*/i;

/** The text of a `<style>`, or the unparsed part in it, without the rules for what is left out. With entities it is no style as it stands. */
function styleFor(piece: string, withheld: Withheld): string {
  const plain = withoutRemarks(piece);
  const [, open = '', css = '', close = ''] = /^(<!\[CDATA\[)?([\s\S]*?)(\]\]>)?$/.exec(plain) ?? [];
  const isSimple = (open !== '' || !css.includes('&')) && depthOf(css) <= deepestNesting;
  if (!isSimple || !withheld.some((name) => css.includes(name))) return plain;
  return `${open}${withoutRulesFor(css, new Set(withheld.map((name) => `.${name}`)))}${close}`;
}

/** Attributes that a file of an editor may have, with their values. */
const editors = /(\s+)((?:inkscape|sodipodi):[\w.-]+|content)\s*=\s*("[^"]*"|'[^']*')/g;

function isEditors(element: string, attribute: string): boolean {
  return attribute !== 'content' || /(^|:)svg$/.test(element);
}

function isForNobody(name: string, tag: string, withheld: Withheld): boolean {
  if (/(^|:)metadata$/.test(name) || /^(inkscape|sodipodi):/.test(name)) return true;
  const [, , double, single] = /\sclass\s*=\s*("([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  return (double ?? single ?? '').split(/\s+/).some((one) => withheld.includes(one));
}

/** Tags, comments, instructions, unparsed parts and the texts between them, in order (XML 1.0, 2.4 to 2.8). */
function* piecesOf(xml: string): Iterable<string> {
  for (let at = 0; at < xml.length; ) {
    const end = endOfPiece(xml, at);
    yield xml.slice(at, end);
    at = end;
  }
}

function endOfPiece(xml: string, at: number): number {
  const behind = (mark: string): number => {
    const found = xml.indexOf(mark, at);
    return found === -1 ? xml.length : found + mark.length;
  };
  if (xml[at] !== '<') {
    const next = xml.indexOf('<', at);
    return next === -1 ? xml.length : next;
  }
  if (xml.startsWith('<!--', at)) return behind('-->');
  if (xml.startsWith('<![CDATA[', at)) return behind(']]>');
  if (xml.startsWith('<?', at)) return behind('?>');
  return endOfTag(xml, at);
}

/** Behind its `>`; values in quotation marks may hold one, and so may what a document type lists in brackets, comments among it. */
function endOfTag(xml: string, start: number): number {
  let isListing = false;
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml[at] ?? '';
    if (isListing && xml.startsWith('<!--', at)) {
      const close = xml.indexOf('-->', at);
      if (close === -1) return xml.length;
      at = close + 2;
    } else if (sign === '"' || sign === "'") {
      const close = xml.indexOf(sign, at + 1);
      if (close === -1) return xml.length;
      at = close;
    } else if (sign === '[') isListing = true;
    else if (sign === ']') isListing = false;
    else if (sign === '>' && !isListing) return at + 1;
  }
  return xml.length;
}
