import { ownLang, wordsIn } from '../../language/words/words.js';
import type { Diagram } from '../../model.js';
import { relationsLanes } from '../../relations/lanes.js';
import { type Shown, shownIn } from '../../relations/shown.js';
import type { Rendered } from '../rendering.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  parse,
  remove,
  setAttribute,
  text,
} from '../tree.js';

/**
 * Takes the words from the relations of a worksheet, so that students write them in: a bare ¶ on each line, and neither words nor
 * paragraphs in the text alternative. What does not fit lanes becomes a table with room to write, and so does all with `asTable`.
 */
export function blankRelations(
  blocks: readonly Element[],
  diagrams: readonly Diagram[],
  rendering: Rendered,
  { asTable = false }: { readonly asTable?: boolean } = {},
): boolean {
  const { relations, settings } = rendering.deck;
  let isBlanked = false;
  for (const figure of blocks.flatMap((block) => [block, ...elements(block, 'figure')])) {
    const view = diagrams.find(({ id }) => id === attribute(figure, 'id'))?.view;
    if (figure.tagName !== 'figure' || view === undefined || relations === undefined) continue;
    const shown = shownIn(view, relations, settings.lang);
    const isFew = !asTable && shown.actors.length > 1 && shown.actors.length < 5;
    const lanes = isFew ? relationsLanes(view, relations, settings.lang, { blank: true }) : undefined;
    for (const child of childElements(figure)) remove(child);
    figure.attrs = figure.attrs.filter(({ name }) => name === 'class' || name === 'id');
    setAttribute(figure, 'role', 'group');
    if (lanes === undefined || lanes.diagnostics.length > 0) append(figure, tableOf(shown, settings.lang));
    else {
      const drawing = create('div', { class: 'drawing', role: 'img', 'aria-label': alternativeOf(shown) });
      append(drawing, ...parse(lanes.drawing.svg).childNodes);
      append(figure, drawing);
    }
    addClass(figure, 'to-fill');
    isBlanked = true;
  }
  return isBlanked;
}

/** Who stands in it and which lines run between them. */
function alternativeOf({ actors, relations }: Shown): string {
  const lines = relations.map(
    ({ from, to, kind, mutual }) => `${from.name} ${mutual ? '↔' : '→'} ${to.name}: ${kind.name}, ¶ …`,
  );
  return `${actors.map(({ name }) => name).join(', ')}. ${lines.join('; ')}`;
}

function tableOf({ relations }: Shown, lang: string): Element {
  const { passes } = wordsIn(lang);
  const head = ['', passes, '¶'].map((name) =>
    create(
      name === '' ? 'td' : 'th',
      name === '' ? {} : { scope: 'col', ...(name === passes && ownLang(lang)) },
      text(name),
    ),
  );
  const rows = relations.map(({ from, to, kind, mutual }) =>
    create(
      'tr',
      {},
      create('th', { scope: 'row' }, text(`${from.name} ${mutual ? '↔' : '→'} ${to.name}: ${kind.name}`)),
      create('td'),
      create('td'),
    ),
  );
  return create(
    'table',
    { class: 'to-fill' },
    create('thead', {}, create('tr', {}, ...head)),
    create('tbody', {}, ...rows),
  );
}
