import { parse, serialize } from 'parse5';
import { kindOf, plainAddress } from '../css/address-kind.js';
import { deepestNesting, depthOf } from '../css/lightning-css.js';
import { withoutRemarks } from '../css/without-remarks.js';
import type { Audience } from '../model.js';
import { addressesOf } from './addresses.js';
import { isNotes } from './slide-tree.js';
import {
  append,
  attribute,
  create,
  type Element,
  elements,
  hasClass,
  type Node,
  type Parent,
  remove,
  setAttribute,
  textContent,
} from './tree.js';
import { withoutRulesFor } from './without-rules.js';

/** An address in a page, and its line there, from 1. */
export interface FoundAddress {
  readonly url: string;
  readonly line: number;
}

/** A page of HTML that a deck shows in a frame, as it may be put beside the deck. */
export interface FramedPage {
  readonly html: string;
  /** What was taken out, since it lies on another host. */
  readonly remote: readonly FoundAddress[];
  /** Files that the page takes from beside itself; only the page is put beside the deck. */
  readonly beside: readonly FoundAddress[];
}

/**
 * A deck's policy does not hold in the pages of its frames, so each gets one of its own: it runs as its author wrote it, and asks no other
 * host. What a policy does not stop is taken out: connections opened early, names looked up, pages that lead on by themselves. Its comments
 * go, and what is marked as another reader's, as on a slide.
 */
export function tamePage(html: string, audience: Audience): FramedPage {
  const page = parse(html, { sourceCodeLocationInfo: true });
  keepFor(page, audience);
  const found = tame(page, audience, (element) => element.sourceCodeLocation?.startLine ?? 1);
  const head = elements(page, 'head')[0];
  if (head !== undefined) for (const meta of metas().toReversed()) prepend(head, meta);
  return { html: serialize(page), ...found };
}

function keepFor(page: Parent, audience: Audience): void {
  const other = audience === 'teacher' ? 'student' : 'teacher';
  for (const element of elements(page)) {
    if (hasClass(element, other) || (audience === 'student' && isNotes(element))) remove(element);
  }
  dropComments(page);
  for (const style of elements(page, 'style')) {
    const [sheet] = style.childNodes;
    const css = textContent(style);
    if (sheet === undefined || !('value' in sheet)) continue;
    sheet.value = depthOf(css) > deepestNesting ? '' : withoutRulesFor(withoutRemarks(css), new Set([`.${other}`]));
  }
}

function dropComments(parent: Parent): void {
  parent.childNodes = parent.childNodes.filter((node: Node) => node.nodeName !== '#comment');
  for (const node of parent.childNodes) {
    if ('content' in node) dropComments(node.content);
    if ('childNodes' in node) dropComments(node);
  }
}

type Found = Pick<FramedPage, 'remote' | 'beside'>;

function tame(page: Parent, audience: Audience, lineOf: (element: Element) => number): Found {
  const remote: FoundAddress[] = [];
  const beside: FoundAddress[] = [];
  for (const element of elements(page)) {
    const line = lineOf(element);
    const leadsTo = refreshed(element);
    if (leadsTo !== undefined) {
      remove(element);
      if (kindOf(leadsTo) === 'remote') remote.push({ url: leadsTo, line });
      continue;
    }
    if (isOvertaken(element)) remove(element);
    for (const { url, below, isSilent, set } of addressesOf(element)) {
      const kind = kindOf(url);
      if (kind === 'local' && isSilent !== true && element.tagName !== 'base') beside.push({ url, line: line + below });
      if (kind !== 'remote') continue;
      remote.push({ url, line: line + below });
      if (['link', 'base'].includes(element.tagName)) remove(element);
      else set(undefined);
    }
    const written = element.tagName === 'iframe' ? attribute(element, 'srcdoc') : undefined;
    if (written !== undefined) {
      const within = parse(written, { sourceCodeLocationInfo: true });
      keepFor(within, audience);
      const inner = tame(within, audience, (one) => line + (one.sourceCodeLocation?.startLine ?? 1) - 1);
      setAttribute(element, 'srcdoc', serialize(within));
      remote.push(...inner.remote);
      beside.push(...inner.beside);
    }
  }
  return { remote, beside };
}

/** Where a `<meta>` leads by itself after a while (HTML, 4.2.5.3, "refresh"). */
function refreshed(element: Element): string | undefined {
  if (element.tagName !== 'meta' || !/^\s*refresh\s*$/i.test(attribute(element, 'http-equiv') ?? '')) return undefined;
  const [, url = ''] =
    /^[\s\d.]*[;,\s]*(?:url\s*=\s*)?["']?(.*?)["']?\s*$/is.exec(attribute(element, 'content') ?? '') ?? [];
  return plainAddress(url);
}

/** What would overrule ours: the encoding, since the page is written in UTF-8, and whether names of links are looked up. */
function isOvertaken(element: Element): boolean {
  if (element.tagName !== 'meta') return false;
  const kind = (attribute(element, 'http-equiv') ?? '').trim().toLowerCase();
  return attribute(element, 'charset') !== undefined || kind === 'content-type' || kind === 'x-dns-prefetch-control';
}

const policy = [
  "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

function metas(): readonly Element[] {
  return [
    create('meta', { charset: 'utf-8' }),
    create('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    create('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'off' }),
  ];
}

function prepend(head: Element, meta: Element): void {
  append(head, meta);
  head.childNodes.unshift(...head.childNodes.splice(-1));
}
