import type { Token } from 'markdown-it';
import { type Audience, type Layout, layouts, type Place } from '../model.js';
import { nearest } from '../nearest.js';
import type { Attributes } from './attributes.js';
import type { ParseContext } from './parse-context.js';

/** What a slide's attributes say, taken apart: what we act on, and what goes to its `<section>`. */
export interface SlideAttributes {
  readonly layout?: Layout;
  readonly minutes?: number;
  readonly cut?: number;
  readonly audience?: Audience;
  /** Ids it had before, `aliases="old older"`: links to them lead to it. */
  readonly aliases?: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reveal's own attributes, which Pandoc lets one write on a heading without `data-`. */
const revealAttributes =
  /^(background(-.+)?|transition(-.+)?|auto-?animate(-.+)?|autoslide|state|timing|visibility|prevent-swipe)$/;

/** Reads `.slide` comments and the first heading's braces, in that order; of an attribute given twice the last counts. */
export function readSlideAttributes(given: Attributes, place: Place, context: ParseContext): SlideAttributes {
  const values = new Map<string, string>();
  const classes: string[] = [];
  for (const [name, value] of given) {
    if (name === 'class') classes.push(...value.split(/\s+/).filter((one) => one !== ''));
    else values.set(revealAttributes.test(name) ? `data-${name}` : name, value);
  }
  const layout = readLayout(values.get('layout'), place, context);
  const minutes = readMinutes('minutes', values.get('minutes'), place, context);
  const cut = readMinutes('cut', values.get('cut'), place, context);
  const audience = readAudience(classes, place, context);
  const aliases = (values.get('aliases') ?? '').split(/[\s,]+/).flatMap((id) => id.replace(/^#/, '') || []);
  for (const name of ['layout', 'minutes', 'cut', 'aliases']) values.delete(name);
  const shown = classes.filter((name) => name !== 'teacher' && name !== 'student');
  if (shown.length > 0) values.set('class', [...new Set(shown)].join(' '));
  return {
    ...(layout === undefined ? {} : { layout }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(cut === undefined ? {} : { cut }),
    ...(audience === undefined ? {} : { audience }),
    ...(aliases.length === 0 ? {} : { aliases }),
    attributes: Object.fromEntries(values),
  };
}

/** The attributes of a token, which no longer has them. */
export function takeAttributes(token: Token): Attributes {
  const attributes = (token.attrs ?? []).map(([name, value]) => [name, String(value)] as const);
  token.attrs = null;
  return attributes;
}

function readLayout(value: string | undefined, place: Place, context: ParseContext): Layout | undefined {
  const layout = layouts.find((one) => one === value);
  if (value === undefined || layout !== undefined) return layout;
  const near = nearest(value, layouts);
  const cure = near === undefined ? `Layouts are ${layouts.join(', ')}.` : `Did you mean \`layout=${near}\`?`;
  context.report('error', 'unknown-layout', place, `There is no layout "${value}".`, cure);
  return undefined;
}

function readMinutes(
  name: 'minutes' | 'cut',
  value: string | undefined,
  place: Place,
  context: ParseContext,
): number | undefined {
  if (value === undefined) return undefined;
  const minutes = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (minutes > 0) return minutes;
  const message = `\`${name}=${value}\` is no number of minutes.`;
  context.report('error', 'slide-value', place, message, `Write a number above 0, for example \`${name}=15\`.`);
  return undefined;
}

/** A slide for both is a mistake; it is kept for the teacher, which gives nothing away. */
function readAudience(classes: readonly string[], place: Place, context: ParseContext): Audience | undefined {
  const [teacher, student] = [classes.includes('teacher'), classes.includes('student')];
  if (teacher && student) {
    const cure = 'Keep one, or neither for a slide for everybody.';
    context.report('error', 'slide-value', place, 'The slide is marked both `.teacher` and `.student`.', cure);
  }
  return teacher ? 'teacher' : student ? 'student' : undefined;
}
