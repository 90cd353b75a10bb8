import type { Block, ParagraphBlock } from './blocks.js';
import type { Diagnostic, Place } from './diagnostic.js';

/**
 * The questions that students get, with what is right, as learning platforms and the key take them: then it is the teacher's. A worksheet
 * has them without: no choice is right there, and there is neither answer nor evidence.
 */
export interface Quiz {
  /** The deck's name, under which its ids stand. */
  readonly deck: string;
  readonly title: string;
  readonly lang: string;
  /** In the order of the worksheet. */
  readonly questions: readonly QuizQuestion[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface QuizQuestion {
  /** The author's `{#id}`, or a fingerprint of what is asked: the same as long as the question is the same. Unique in the quiz. */
  readonly id: string;
  /** From 1, as on the worksheet. */
  readonly number: number;
  /** What is asked, as text. */
  readonly name: string;
  /** The part of the talk it belongs to; empty where the deck has none. */
  readonly section: string;
  /** `open` too where no choice is right in a quiz: then its choices stand in `asked`. On a worksheet all with choices are `multiple`. */
  readonly kind: 'single' | 'multiple' | 'open';
  /** What a student reads, without the choices. */
  readonly asked: readonly Block[];
  /** The paragraph of `asked` that is the question itself. */
  readonly title?: ParagraphBlock;
  /** In the author's order, which answers may name. */
  readonly choices: readonly { readonly blocks: readonly Block[]; readonly isRight: boolean }[];
  /** Empty where the deck gives none. */
  readonly answer: readonly Block[];
  /** The paragraphs the question and its answer rest on, with the words found there. */
  readonly restsOn: readonly QuizEvidence[];
  readonly minutes?: number;
  /** Lines that the worksheet leaves for it. */
  readonly lines: number;
  /** What is to be read for it: "¶5, ¶7"; empty where nothing is. */
  readonly read: string;
  /** Another slide asks it again, so that there are two votes to write down. */
  readonly isAskedAgain: boolean;
  readonly place: Place;
}

export interface QuizEvidence {
  /** "¶5"; with the source's name where the deck has several. */
  readonly mark: string;
  /** The source's own words; empty where only the place is cited. */
  readonly words: readonly string[];
}
