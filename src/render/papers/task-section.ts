import { filled, minutesIn, ownLang, wordsIn } from '../../language/words/words.js';
import type { Citation } from '../../model.js';
import { hasSeveralSources, mark, shortReference } from '../reference.js';
import type { Rendered } from '../rendering.js';
import { append, create, type Element, elements, hasClass, insertBefore, remove, text, titleText } from '../tree.js';
import { outline } from './article-blocks.js';
import { leaveUncounted, setFigures } from './paper-figures.js';
import type { Task } from './tasks.js';

/** A question as its reader gets it: number, what is asked, time and place at the right, what to do, boxes to tick: two where it `hasRoom` for both votes. */
export function taskSection(
  task: Task,
  hints: readonly string[],
  rendering: Rendered,
  { hasRoom }: { readonly hasRoom: boolean },
): Element {
  const { id, number, context, blocks, question, about } = task;
  const { lang } = rendering.deck.settings;
  const words = wordsIn(lang);
  const said = context.filter(({ tagName }) => tagName === 'p');
  const shown = context.filter(({ tagName }) => tagName !== 'p');
  const choose = question.choose === undefined ? [] : [filled(words.choose, { n: question.choose })];
  const isTwice = task.isAskedAgain && question.kind === 'choice' && hasRoom;
  const twice = isTwice ? [words.twoVotes] : [];
  const body = create(
    'div',
    { class: 'given' },
    ...said,
    ...[...choose, ...twice, ...hints].map((hint) => create('p', { class: 'hint', ...ownLang(lang) }, text(hint))),
    ...shown,
    ...blocks,
  );
  outline(
    [...body.childNodes].filter((node): node is Element => 'tagName' in node),
    2,
  );
  setFigures(body, question.slide.diagrams, rendering);
  for (const figure of elements(body, 'figure')) leaveUncounted(figure);
  setChoices(body, isTwice ? 2 : 1, lang);
  const heading = create(
    'h2',
    {},
    create('span', { class: 'no' }, text(String(number))),
    text(' '),
    ...task.title.childNodes.slice(),
  );
  const refs = elements(heading, 'sup').filter((sup) => hasClass(sup, 'refs'));
  for (const ref of refs) remove(ref);
  const label = titleText(heading);
  return create(
    'section',
    { id, class: 'task', 'data-bookmark': label, 'data-depth': '1' },
    create('div', { class: 'ask' }, create('div', {}, heading, ...refs), timeAndPlace(task, rendering)),
    ...(about === undefined ? [] : [create('p', { class: 'about' }, text(about))]),
    body,
  );
}

function timeAndPlace({ minutes, cited }: Task, rendering: Rendered): Element {
  const { lang } = rendering.deck.settings;
  const words = wordsIn(lang);
  const read = placesToRead(cited, rendering);
  return create(
    'p',
    { class: 'time' },
    ...(minutes === undefined ? [] : [create('span', ownLang(lang), text(minutesIn(lang, minutes)))]),
    ...(read === '' ? [] : [text(' '), create('b', { class: 'pm', ...ownLang(lang) }, text(`${words.read} ${read}`))]),
  );
}

/** "¶5, ¶7"; with the sources' names where there are several. Empty where nothing is to be read. */
export function placesToRead(citations: readonly Citation[], { deck }: Rendered): string {
  const keys = [...new Set(citations.map(({ key }) => key))];
  const places = keys.map((key) => {
    const marks = new Set(citations.filter((citation) => citation.key === key).map(mark));
    return [...(hasSeveralSources(deck) ? [shortReference(deck, key)] : []), [...marks].join(', ')].join(' ');
  });
  return places.join('; ');
}

/** Boxes to tick; where the tree knows what is right they are ticked, and say so in a word. */
function setChoices(body: Element, votes: 1 | 2, lang: string): void {
  for (const list of [...elements(body, 'ul'), ...elements(body, 'ol')]) {
    const items = elements(list, 'li').filter((item) => item.parentNode === list && hasClass(item, 'choice'));
    if (items.length > 0) list.attrs = [{ name: 'class', value: votes === 1 ? 'choices' : 'choices twice' }];
    for (const item of items) {
      const [first] = item.childNodes;
      const names = votes === 1 ? ['tick'] : ['tick', 'tick second'];
      for (const name of names) {
        const box = create('span', { class: name, 'aria-hidden': 'true' });
        if (first === undefined) append(item, box);
        else insertBefore(box, first);
      }
      if (hasClass(item, 'right'))
        append(item, text(' '), create('strong', { class: 'verdict', ...ownLang(lang) }, text(wordsIn(lang).right)));
    }
  }
}
