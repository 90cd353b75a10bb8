import { escapeHtml } from '../escape-html.js';
import type { Brand } from '../model.js';
import { create, type Element, text } from './tree.js';

/** Layouts whose slides carry no mark: the title has the logo, the others are of one picture or one thought. */
const unmarked = ['title', 'section', 'photo', 'blank'];

/**
 * The logo above a title: in its own colours, or the mark in one colour beside the institute's name. Its pictures are named by the brand's style
 * sheet, so that a dark page has its own.
 */
export function logoAboveTitle({ logo, name }: Pick<Brand, 'logo' | 'name'>): readonly Element[] {
  if (logo === undefined) return [];
  if (logo.light !== undefined || logo.dark !== undefined)
    return [create('div', { class: 'brand-line' }, create('span', { class: 'brand-logo', ...named(name) }))];
  const mark = create('span', { class: 'brand-mark', ...(name === undefined ? {} : { 'aria-hidden': 'true' }) });
  return [
    create('div', { class: 'brand-line' }, mark, ...(name === undefined ? [] : [create('span', {}, text(name))])),
  ];
}

/** The mark at the foot of every other slide: for the eye, which has seen it above the title. */
export function markAtFoot(
  { logo }: Pick<Brand, 'logo'>,
  layout: string,
  attributes: Readonly<Record<string, string>>,
): readonly Element[] {
  const isFull = ['image', 'video', 'iframe'].some((kind) => attributes[`data-background-${kind}`] !== undefined);
  if (logo === undefined || isFull || unmarked.includes(layout)) return [];
  const kind = logo.mono === undefined ? 'brand-logo' : 'brand-mark';
  return [create('i', { class: `at-foot ${kind}`, 'aria-hidden': 'true' })];
}

/** The logo on the first page of a paper and above the list of decks, which are light; empty where there is none. */
export function logoOnPaper(brand: Brand | undefined): string {
  if (brand?.logo === undefined) return '';
  const kind = brand.logo.light === undefined && brand.logo.mono !== undefined ? 'brand-mark' : 'brand-logo';
  const name = brand.name === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(brand.name)}"`;
  return `<div class="brand-line"><span class="${kind}" ${name}></span></div>`;
}

function named(name: string | undefined): Readonly<Record<string, string>> {
  return name === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': name };
}
