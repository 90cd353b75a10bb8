import { chartTable } from '../../chart/chart-table.js';
import { ownLang, wordsIn } from '../../language/words/words.js';
import type { ChartView, Diagram } from '../../model.js';
import { shownIn } from '../../relations/shown.js';
import { lettersOf } from '../claim-words.js';
import { typographic } from '../passes/typography.js';
import type { Rendered } from '../rendering.js';
import {
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  remove,
  replace,
  setAttribute,
  text,
  textContent,
} from '../tree.js';
import { restsOn } from './rests-on.js';

/**
 * Sets the figures of a tree for paper: caption first, then the picture, then in words what it shows. Pictures that
 * say nothing are left as they are.
 */
export function setFigures(section: Element, diagrams: readonly Diagram[], rendering: Rendered): void {
  for (const figure of elements(section, 'figure').filter((one) => !hasClass(one, 'to-fill'))) {
    const diagram = diagrams.find(({ id }) => id === attribute(figure, 'id'));
    if (diagram !== undefined) setDiagram(figure, diagram, rendering);
    else if (elements(figure, 'img').length > 0) setPicture(figure, rendering);
  }
  for (const paragraph of elements(section, 'p').filter((element) => hasClass(element, 'picture'))) {
    const [image] = elements(paragraph, 'img');
    if (image === undefined || attribute(image, 'alt') === '') continue;
    const figure = create('figure');
    replace(paragraph, figure);
    append(figure, ...paragraph.childNodes.slice());
    setPicture(figure, rendering);
  }
}

/** Whether a figure is counted. */
export function hasNumber(figure: Element): boolean {
  return elements(figure).some((element) => hasClass(element, 'figure-number'));
}

/** "Figure 3.", in a place that was kept for it: which figures a paper has is known only when all is written. */
export function setNumber(figure: Element, number: number, { deck }: Rendered): void {
  const [place] = elements(figure).filter((element) => hasClass(element, 'figure-number'));
  if (place === undefined) return;
  const { lang } = deck.settings;
  for (const [name, value] of Object.entries(ownLang(lang))) setAttribute(place, name, value);
  append(place, text(`${wordsIn(lang).figure} ${number}.`));
}

/** A caption that says what the heading above it says is left to the heading. */
export function dropCaption(figure: Element, title: string): void {
  const caption = childElements(figure).find(({ tagName }) => tagName === 'figcaption');
  if (caption === undefined || title === '') return;
  const isKept = (node: Node): boolean =>
    isElement(node) && (hasClass(node, 'refs') || hasClass(node, 'figure-number'));
  const words = caption.childNodes.filter((node) => !isKept(node));
  if (lettersOf(words.map(textContent).join('')) !== lettersOf(title)) return;
  for (const node of words) remove(node);
}

/** Takes the place for a number away, where figures are not counted. */
export function leaveUncounted(figure: Element): void {
  for (const caption of elements(figure, 'figcaption')) {
    for (const place of elements(caption).filter((element) => hasClass(element, 'figure-number'))) remove(place);
    if (textContent(caption).trim() === '') remove(caption);
  }
}

function setDiagram(figure: Element, diagram: Diagram, rendering: Rendered): void {
  const drawing = rendering.drawings.byId.get(diagram.id);
  const caption = diagram.caption ?? diagram.title;
  setCaption(figure, caption === undefined ? [] : [text(typographic(caption, rendering.deck.settings))]);
  // On a phone a wide drawing scrolls by itself, also from the keyboard.
  for (const shown of elements(figure).filter((element) => hasClass(element, 'drawing')))
    setAttribute(shown, 'tabindex', '0');
  const alt = diagram.alt || (drawing?.alt ?? '');
  append(figure, ...alternativeOf(diagram, isSaid(caption, alt) ? alt.slice(`${caption}. `.length) : alt, rendering));
  if (diagram.chart !== undefined && diagram.isOfTable !== true) append(figure, numbersOf(diagram.chart, rendering));
  for (const sentence of drawing?.smallPrint ?? []) append(figure, create('p', { class: 'small' }, text(sentence)));
}

/** Whether a text alternative begins with the caption, as Mermaid's accTitle and accDescr make it. */
function isSaid(caption: string | undefined, alt: string): boolean {
  return caption !== undefined && alt.startsWith(`${caption}. `);
}

function setPicture(figure: Element, rendering: Rendered): void {
  const captions = elements(figure, 'figcaption');
  const credits = elements(figure).filter((one) => hasClass(one, 'credit'));
  for (const credit of credits) remove(credit);
  const said = captions.flatMap((caption) => caption.childNodes.slice());
  for (const caption of captions) remove(caption);
  setCaption(figure, said);
  for (const credit of credits) append(figure, create('p', { class: 'small' }, ...credit.childNodes.slice()));
  const words = elements(figure, 'img').map((image) => attribute(image, 'alt') ?? '');
  append(figure, inWords(words.join(' '), rendering));
}

/** A figure around a picture with an alternative would be tagged as a second one, without. */
function setCaption(figure: Element, said: readonly Node[]): void {
  setAttribute(figure, 'role', 'group');
  const refs = elements(figure, 'sup').filter((element) => hasClass(element, 'refs'));
  for (const old of childElements(figure).filter(({ tagName }) => tagName === 'figcaption')) remove(old);
  const name = create('b', { class: 'figure-number' });
  const words = said.length === 0 ? [] : [text(' '), ...said];
  const caption = create(
    'figcaption',
    {},
    name,
    ...words,
    ...(words.length === 0 && refs.length > 0 ? [text(' ')] : []),
    ...refs,
  );
  const [first] = figure.childNodes;
  if (first === undefined) append(figure, caption);
  else insertBefore(caption, first);
}

/** A view of relations as a list of its sentences, anything else as its text alternative. */
function alternativeOf({ view }: Diagram, alt: string, rendering: Rendered): readonly Element[] {
  const { relations, settings } = rendering.deck;
  if (view === undefined || relations === undefined) return alt === '' ? [] : [inWords(alt, rendering)];
  const items = shownIn(view, relations, settings.lang).relations.map(({ sentence, relation, remark }) => {
    const claim = rendering.evidence?.claims.find(({ kind, place }) => kind === 'relation' && place === relation.place);
    const evidence = restsOn([{ citations: relation.citations, found: claim?.found ?? [] }], rendering);
    const said = [...evidence, ...(remark === '' ? [] : [create('em', {}, text(remark))])];
    return create('li', {}, text(`${sentence}.`), ...said.flatMap((one) => [text(' '), one]));
  });
  return [create('div', { class: 'in-words' }, label(rendering), create('ul', {}, ...items))];
}

function inWords(alt: string, rendering: Rendered): Element {
  return create('div', { class: 'in-words' }, create('p', {}, label(rendering), text(` ${alt}`)));
}

/** The numbers of a chart, for those who want to look one up. */
function numbersOf(chart: ChartView, { deck }: Rendered): Element {
  const { head, rows } = chartTable(chart, deck.settings.lang);
  const heads = head.map((name) => create('th', { scope: 'col' }, text(name)));
  const lines = rows.map(([name = '', ...cells]) =>
    create('tr', {}, create('th', { scope: 'row' }, text(name)), ...cells.map((cell) => create('td', {}, text(cell)))),
  );
  return create(
    'table',
    { class: 'numbers' },
    create('thead', {}, create('tr', {}, ...heads)),
    create('tbody', {}, ...lines),
  );
}

function label({ deck }: Rendered): Element {
  const { lang } = deck.settings;
  return create('b', ownLang(lang), text(`${wordsIn(lang).inWords}:`));
}
