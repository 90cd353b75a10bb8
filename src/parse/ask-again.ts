import type { Token } from 'markdown-it';
import type { Citation } from '../model.js';
import { nearest } from '../nearest.js';
import type { ParseContext } from './parse-context.js';
import type { SlideDraft } from './slide-draft.js';
import { addMeta, attributeOf, closingIndex, placeOf, setLevels } from './token.js';

/** A question in its slide's tokens. */
interface Asked {
  readonly draft: SlideDraft;
  readonly index: number;
  readonly token: Token;
  readonly id: string | undefined;
  /** The id of the question that it asks again. */
  readonly again: string | undefined;
}

/** What needs a name or a number of its own, and so is not shown a second time. */
const shownOnce = ['diagram', 'footnote_ref', 'footnote_anchor'];

/**
 * `::: question {again=vote}` asks the question `{#vote}` of an earlier slide once more, in the same words: it gets that one's choices and
 * answer. The first one's token then has `meta.againOn`, the number of the second's slide, the second's `meta.firstOn`. With
 * `{answer=later}` the first one leaves its answer to the second.
 */
export function askAgain(drafts: readonly SlideDraft[], context: ParseContext): readonly SlideDraft[] {
  const asked = drafts.flatMap(questionsIn);
  const changed = drafts.map((draft) =>
    asked
      .filter((one) => one.draft === draft && one.again !== undefined)
      .toReversed()
      .reduce((now, again) => repeatedIn(now, again, asked, context), draft),
  );
  for (const one of asked) reportLater(one, context);
  return changed;
}

function questionsIn(draft: SlideDraft): readonly Asked[] {
  return draft.tokens.flatMap((token, index) => {
    if (token.type !== 'container_open' || token.info !== 'question') return [];
    return [{ draft, index, token, id: attributeOf(token, 'id'), again: attributeOf(token, 'again') }];
  });
}

/** The slide with what the first asking says put into the second. */
function repeatedIn(draft: SlideDraft, again: Asked, asked: readonly Asked[], context: ParseContext): SlideDraft {
  const first = firstOf(again, asked, context);
  if (first === undefined) return draft;
  const tokens = [...draft.tokens];
  const end = closingIndex(tokens, again.index);
  if (tokens.slice(again.index, end).some(saysAnswer)) {
    const message = 'This question is asked again, and has choices or an answer of its own.';
    const cure = `Remove them: it gets those of "${again.again}".`;
    context.report('error', 'question-again', placeOf(again.token), message, cure);
    return draft;
  }
  const inner = first.draft.tokens.slice(first.index + 1, closingIndex(first.draft.tokens, first.index));
  if (inner.some(isShownOnce)) {
    const message = 'A question is asked again without its figures and footnotes.';
    context.report('note', 'question-again', placeOf(again.token), message, 'Show them on this slide too, if need be.');
  }
  tokens.splice(end, 0, ...inner.filter(({ type }) => !shownOnce.includes(type)).map(copied));
  setLevels(tokens);
  for (const name of ['choose', 'cite']) {
    const value = attributeOf(first.token, name);
    if (value !== undefined && attributeOf(again.token, name) === undefined) again.token.attrSet(name, value);
  }
  const citations = (first.token.meta?.citations ?? []) as readonly Citation[];
  addMeta(again.token, { citations: again.token.meta?.citations ?? citations, firstOn: first.draft.number });
  addMeta(first.token, { againOn: first.token.meta?.againOn ?? again.draft.number });
  return { ...draft, tokens, citations: [...draft.citations, ...citations] };
}

function firstOf(
  { draft, token, again = '' }: Asked,
  asked: readonly Asked[],
  context: ParseContext,
): Asked | undefined {
  const named = asked.filter((one) => one.again === undefined && one.id !== undefined);
  const first = named.find(({ id }) => id === again);
  if (first !== undefined && first.draft.number < draft.number) return first;
  const message =
    first === undefined
      ? `No question has the id "${again}", so nothing is asked again.`
      : `The question "${again}" is asked again before it is asked.`;
  const near = nearest(
    again,
    named.flatMap(({ id }) => id ?? []),
  );
  const cure = near === undefined ? 'Give the first an id: `::: question {#vote}`.' : `Did you mean \`again=${near}\`?`;
  const later = 'Put this question on a later slide.';
  context.report('error', 'question-again', placeOf(token), message, first === undefined ? cure : later);
  return undefined;
}

function reportLater({ token, id = 'vote' }: Asked, context: ParseContext): void {
  const answer = attributeOf(token, 'answer');
  if (answer === undefined) return;
  if (answer !== 'later') {
    const message = `The question has answer=${answer}, expected answer=later.`;
    context.report('error', 'question-again', placeOf(token), message, 'Write {answer=later}, or remove it.');
  } else if (token.meta?.againOn === undefined) {
    const message = 'The answer is kept for later, and the question is not asked again: it is shown at once.';
    const cure = `Ask it on a later slide too: \`::: question {again=${id}}\`.`;
    context.report('warning', 'question-again', placeOf(token), message, cure);
  }
}

function saysAnswer({ type, info, meta }: Token): boolean {
  return meta?.choice !== undefined || (type === 'container_open' && info === 'answer');
}

function isShownOnce({ type, children }: Token): boolean {
  return shownOnce.includes(type) || children?.some((child) => shownOnce.includes(child.type)) === true;
}

/** Ids stand once; the place stays that of the words as they were typed. */
function copied(token: Token): Token {
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  copy.attrs = token.attrs?.flatMap(([name, value]) => (name === 'id' ? [] : [[name, value]])) ?? null;
  copy.meta = token.meta === null ? null : { ...token.meta };
  copy.children = token.children?.filter(({ type }) => !shownOnce.includes(type)).map(copied) ?? null;
  return copy;
}
