import type { Token } from 'markdown-it';
import { nearest } from '../nearest.js';
import type { ParseContext } from './parse-context.js';
import { blockToken, placeOf, setLevels } from './token.js';

/** The blocks that mean something; any other name is a plain `div` with that class. */
export const knownContainers = [
  'columns',
  'column',
  'incremental',
  'nonincremental',
  'pause',
  'notes',
  'handout',
  'question',
  'answer',
  'sources',
  'coverage',
  'objectives',
  'ticket',
  'since',
  'qr',
  'paragraphs',
  'student',
  'teacher',
] as const;

/** Blocks deeper than this are taken for a mistake and laid flat, so that nothing after them runs out of stack. */
const deepest = 100;

/**
 * Pairs opening and closing fences. A block ends at the latest where the slide, its notes or the list item or quotation around
 * it ends: an error at the place of its opening. A closing fence without a block is an error and dropped. Nothing is lost.
 */
export function balanceContainers(tokens: readonly Token[], context: ParseContext | undefined): Token[] {
  const balanced: Token[] = [];
  const open: Token[] = [];

  for (const token of tokens) {
    if (token.type === 'container_open') openContainer(token);
    else if (token.type === 'container_close') closeContainer(token);
    else if (token.type === 'mark') {
      closeAll(token.info === 'notes' ? 'where the notes begin' : 'at the end of the slide', token);
      balanced.push(token);
    } else {
      const within = open.at(-1);
      if (token.nesting === -1) {
        closeAll('at the end of the list item or quotation around it', token);
        const opening = open.pop();
        if (opening !== undefined) token.hidden = opening.hidden;
      }
      if (token.type === 'paragraph_open' && within?.type === 'container_open') token.hidden = false;
      if (token.nesting === 1) open.push(token);
      balanced.push(token);
    }
  }
  closeAll('at the end of the deck', tokens.at(-1));
  setLevels(balanced);
  return balanced;

  function openContainer(token: Token): void {
    if (context !== undefined) reportFence(token, context);
    token.nesting = 1;
    open.push(token);
    if (open.length <= deepest) balanced.push(token);
    else if (open.length === deepest + 1) {
      context?.report(
        'error',
        'nesting',
        placeOf(token),
        `Blocks are nested more than ${deepest} deep here.`,
        'Nest less.',
      );
    }
  }

  function closeContainer(token: Token): void {
    const opening = open.at(-1);
    if (opening?.type !== 'container_open') {
      const cure = 'Remove it, or open a block above it on the same slide with `::: name`.';
      context?.report('error', 'block-surplus', placeOf(token), '`:::` closes a block, but none is open here.', cure);
      return;
    }
    if (open.length <= deepest) {
      token.nesting = -1;
      token.info = opening.info;
      balanced.push(token);
    }
    open.pop();
  }

  function closeAll(where: string, at: Token | undefined): void {
    for (let opening = open.at(-1); opening?.type === 'container_open'; opening = open.at(-1)) {
      if (open.length <= deepest) balanced.push(closing(opening, at ?? opening));
      open.pop();
      const message = `\`::: ${opening.info}\` is still open ${where}.`;
      context?.report('error', 'block-unclosed', placeOf(opening), message, 'Close it with a line `:::`.');
    }
  }
}

function closing(opening: Token, at: Token): Token {
  const token = blockToken('container_close', 'div', -1, placeOf(at));
  token.info = opening.info;
  token.markup = opening.markup;
  return token;
}

function reportFence(token: Token, context: ParseContext): void {
  const { info: name } = token;
  const place = placeOf(token);
  const leftOver = token.meta?.leftOver;
  if (typeof leftOver === 'string') {
    const message = `After \`::: ${name}\` stands "${leftOver}", which is no attribute and is left out.`;
    context.report(
      'warning',
      'block-attributes',
      place,
      message,
      'Write attributes in braces: `{#id .class key="value"}`.',
    );
  }
  if ((knownContainers as readonly string[]).includes(name)) return;
  const near = name.length < 4 ? undefined : nearest(name, knownContainers);
  if (near === undefined) return;
  const message = `\`::: ${name}\` is not a block that means anything by itself.`;
  context.report('warning', 'unknown-directive', place, message, `Did you mean \`::: ${near}\`?`);
}
