import type { Token } from 'markdown-it';
import { readElementComment } from '../../element-comment.js';
import type { Slide } from '../../model.js';
import { htmlPieces } from '../../parse/html-pieces.js';
import { attributeOf, eachToken } from '../../parse/token.js';
import type { Checked, Finding } from '../finding.js';

/** Fragments of Reveal that are gone when the slide is through. */
const leaves =
  /\bfragment\b.*\b(?:fade-out|fade-in-then-out|current-visible)\b|\b(?:fade-out|fade-in-then-out|current-visible)\b.*\bfragment\b/;

/** Layers of an `r-stack` that leave it: a page of paper shows one of them, the last. */
export function stackHidden({ deck }: Checked): readonly Finding[] {
  return deck.slides.flatMap((slide) => {
    const classes = classesOn(slide);
    const stack = classes.findIndex((one) => /\br-stack\b/.test(one));
    if (stack === -1 || !classes.slice(stack).some((one) => leaves.test(one))) return [];
    return [
      {
        place: slide.place,
        message:
          'The slide has layers in an `r-stack` that leave one after the other: PDFs and papers show the last one only.',
        cure: 'What the class has to keep goes on a slide of its own, or beside the others in `::: columns`.',
      },
    ];
  });
}

function classesOn({ tokens }: Slide): readonly string[] {
  return [...eachToken(tokens)].flatMap(classesOf);
}

function classesOf(token: Token): readonly string[] {
  if (token.type === 'container_open') return [`${token.info} ${attributeOf(token, 'class') ?? ''}`];
  if (token.type !== 'html_block' && token.type !== 'html_inline') {
    const own = attributeOf(token, 'class');
    return own === undefined ? [] : [own];
  }
  return htmlPieces(token.content).flatMap(({ comment, attributes }) => {
    const given = comment === undefined ? attributes : readElementComment(comment);
    return given.flatMap(([key, value]) => (key === 'class' ? [value] : []));
  });
}
