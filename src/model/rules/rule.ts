import type { Severity } from '../severity.js';

/** What docs/rules.md puts together under one heading. */
export type RuleGroup = 'settings' | 'writing' | 'evidence' | 'diagrams' | 'slides' | 'look' | 'pdf';

/** What an author types: a deck's Markdown, or files by their names. */
export type Example = string | Readonly<Record<string, string>>;

/** One thing that can be wrong with a deck. The function that finds it stands in `check/`, or in the stage where it shows. */
export interface Rule<Name extends string = string> {
  readonly name: Name;
  readonly group: RuleGroup;
  /** The default. Some rules report a smaller breach as a warning. */
  readonly severity: Severity;
  /**
   * What the rule looks at. `--no-browser` runs the rules of `text` alone, `--pdf` those of `pdf` alone, `build` those of `site` when the
   * site is made; else those of `text` are said before those of `browser`.
   */
  readonly needs: 'text' | 'browser' | 'pdf' | 'site';
  /** A rule of style holds only for decks written for our theme. */
  readonly style?: true;
  /** The rule cannot be turned off: it says that there is nothing to show, or that an exception is wrong. */
  readonly firm?: true;
  readonly what: string;
  readonly why: string;
  /** Absent where nothing in a deck could show it. */
  readonly wrong?: Example;
  readonly right?: Example;
}

/** The rules of a group, in the order of docs/rules.md. Their names are a type of their own, so that no diagnostic names another. */
export function rulesOf<const Name extends string>(
  group: RuleGroup,
  rules: Readonly<Record<Name, Omit<Rule, 'name' | 'group'>>>,
): readonly Rule<Name>[] {
  return Object.keys(rules).map((name) => ({ name: name as Name, group, ...rules[name as Name] }));
}
