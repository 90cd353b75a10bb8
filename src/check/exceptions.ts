import { ruleNamed, rules } from '../model/rules.js';
import type { Level } from '../model/severity.js';
import type { Deck, Diagnostic, Exception, Place, Slide } from '../model.js';
import { nearest } from '../nearest.js';

/**
 * Gives diagnostics the severity the deck's author wants: `rules:` of the front matter sets it for the deck,
 * `<!-- check-disable rule: reason -->` excuses what is found on its slide. What is found wrong with evidence is never silent:
 * excused, it is a note.
 */
export function applyExceptions(deck: Deck, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const slides = slidesByPlace(deck);
  return diagnostics.map((diagnostic) => {
    const severity = levelOf(diagnostic, deck, slides);
    return severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
  });
}

function levelOf({ rule, severity, place }: Diagnostic, { settings }: Deck, slides: readonly Slide[]): Level {
  const about = ruleNamed(rule);
  const set = slideAt(slides, place)?.exceptions.some(({ rules: names }) => names.includes(rule))
    ? 'off'
    : settings.rules?.[rule];
  if (set === undefined || about?.firm) return severity;
  return set === 'off' && about?.group === 'evidence' ? 'note' : set;
}

/** Rule names that are wrong, in the front matter and in exceptions; exceptions without a reason. */
export function checkRuleNames({ settings, slides, path }: Deck): readonly Diagnostic[] {
  const names = rules.map(({ name }) => name);
  const inSettings = Object.keys(settings.rules ?? {}).flatMap((name): readonly Diagnostic[] => {
    const place = settings.places?.[`rules.${name}`] ?? { path, line: 1 };
    const wrong = wrongName(name, names);
    return wrong === undefined ? [] : [{ rule: 'unknown-setting', severity: 'warning', place, ...wrong }];
  });
  const inSlides = slides.flatMap(({ exceptions }) => exceptions.flatMap((one) => checkException(one, names)));
  return [...inSettings, ...inSlides];
}

function checkException({ rules: typed, reason, place }: Exception, names: readonly string[]): readonly Diagnostic[] {
  const warning = (about: Pick<Diagnostic, 'message' | 'cure'>): Diagnostic => ({
    rule: 'check-disable',
    severity: 'warning',
    place,
    ...about,
  });
  const write = 'Write `<!-- check-disable rule: reason -->`.';
  if (typed.length === 0) return [warning({ message: 'The exception names no rule.', cure: write })];
  const wrong = typed.flatMap((name) => wrongName(name, names) ?? []).map(warning);
  if (reason !== '') return wrong;
  return [...wrong, warning({ message: `The exception from ${typed.join(', ')} gives no reason.`, cure: write })];
}

function wrongName(name: string, names: readonly string[]): Pick<Diagnostic, 'message' | 'cure'> | undefined {
  if (ruleNamed(name)?.firm) return { message: `The rule \`${name}\` cannot be changed.`, cure: 'Take it out.' };
  if (names.includes(name)) return undefined;
  const near = nearest(name, names);
  return {
    message: `There is no rule \`${name}\`.`,
    cure: near === undefined ? 'docs/rules.md lists the rules.' : `Did you mean \`${near}\`?`,
  };
}

/**
 * Exceptions that excuse nothing. `diagnostics` is all that was found, in every edition; without a browser nothing can be said of
 * rules that need one.
 */
export function unusedExceptions(
  deck: Deck,
  diagnostics: readonly Diagnostic[],
  { browser }: { readonly browser: boolean },
): readonly Diagnostic[] {
  const slides = slidesByPlace(deck);
  const used = new Set(diagnostics.map(({ rule, place }) => `${rule} ${slideAt(slides, place)?.id}`));
  return deck.slides.flatMap(({ id, exceptions }) =>
    exceptions.flatMap(({ rules: names, place }) =>
      names.flatMap((name): readonly Diagnostic[] => {
        const rule = ruleNamed(name);
        if (rule === undefined || rule.firm || used.has(`${name} ${id}`)) return [];
        if (rule.needs === 'site' || (rule.needs === 'browser' && !browser)) return [];
        const message = `The exception from \`${name}\` excuses nothing.`;
        return [{ rule: 'check-disable', severity: 'warning', message, place, cure: 'Remove it.' }];
      }),
    ),
  );
}

/** The last first, so that the first that begins at or above a line is the one it is on. */
function slidesByPlace({ slides }: Deck): readonly Slide[] {
  return slides.toSorted((a, b) => b.place.line - a.place.line || b.number - a.number);
}

function slideAt(slides: readonly Slide[], { path, line }: Place): Slide | undefined {
  return slides.find(({ place }) => place.path === path && place.line <= line);
}
