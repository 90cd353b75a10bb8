import type { Env, Token } from 'markdown-it';
import type { RuleName } from '../model/rules.js';
import type { Abbreviation, Diagnostic, Place, Severity, Source } from '../model.js';
import type { Found } from './dialects/sign.js';
import { readSeparators, type Separators } from './separators.js';
import { placeOf } from './token.js';

/** What the rules of one deck's parse share: where they are, what they found, what they have to say. It travels in markdown-it's `env`. */
export class ParseContext {
  readonly source: Source;
  readonly separators: Separators;
  readonly diagnostics: Diagnostic[] = [];
  readonly abbreviations: Abbreviation[] = [];
  /** Signs of other tools' Markdown that were noticed in running text. */
  readonly foreign: Found[] = [];
  /** How often each of them was noticed. */
  readonly noticed = new Map<Found['sign'], number>();
  readonly keys: ReadonlySet<string>;
  readonly #lines = new Map<string, readonly string[]>();
  readonly #styles: string;
  #inline: Token | undefined;

  constructor(source: Source) {
    this.source = source;
    this.keys = new Set(source.references.map(({ id }) => id));
    const texts = [source.entry, ...source.includes.values()];
    const { separators, bad } = readSeparators(
      source.settings,
      texts.map(({ text }) => text),
    );
    this.separators = separators;
    const raw = texts.flatMap(({ text }) => text.match(/<style\b[\s\S]*?<\/style>/gi) ?? []);
    this.#styles = [...source.styles.map(({ text }) => text), ...raw].join('\n');
    for (const { path, text } of texts) this.#lines.set(path, text.split('\n'));
    for (const { setting, problem } of bad) {
      const cure = 'Write a regular expression of JavaScript that matches the separating line, for example `^---$`.';
      this.report('error', 'setting-value', this.#settingPlace(setting), `\`${setting}\` ${problem}.`, cure);
    }
  }

  report(severity: Severity, rule: RuleName, place: Place, message: string, cure?: string): void {
    this.diagnostics.push({ rule, severity, message, place, ...(cure === undefined ? {} : { cure }) });
  }

  /** Whether the deck's own style sheets, or a `<style>` in it, know a class: then it is the author's, whatever it looks like. */
  isStyled(name: string): boolean {
    return this.#styles
      .split(`.${name}`)
      .slice(1)
      .some((rest) => !/^[\p{L}\p{N}_-]/u.test(rest));
  }

  /** Keeps a sign that begins at `pos` of a block's text; of one that comes in thousands the first hundred. */
  notice(sign: Found['sign'], typed: string, text: string, pos: number): void {
    const times = (this.noticed.get(sign) ?? 0) + 1;
    this.noticed.set(sign, times);
    if (times <= 100) this.foreign.push({ sign, typed, place: this.placeAt(text, pos) });
  }

  /** Called before the text of a block is read, so that what is found in it has a place. */
  enter(inline: Token): void {
    this.#inline = inline;
  }

  /** Where position `pos` of `text` stands: a block's text, or a part of it that is read on its own, such as an inline footnote. */
  placeAt(text: string, pos: number): Place {
    if (this.#inline === undefined) return { path: this.source.entry.path, line: this.source.bodyLine };
    const { content } = this.#inline;
    const offset = pos + Math.max(0, content.indexOf(text));
    const block = placeOf(this.#inline);
    const lineStart = content.lastIndexOf('\n', offset - 1) + 1;
    const line = block.line + content.slice(0, lineStart).split('\n').length - 1;
    const shown = content.slice(lineStart).split('\n', 1)[0] ?? '';
    const indent = this.#lines.get(block.path)?.[line - 1]?.indexOf(shown) ?? -1;
    return { path: block.path, line, ...(indent === -1 ? {} : { column: indent + offset - lineStart + 1 }) };
  }

  /** The line of a text as its author typed it; empty where there is none. */
  lineAt({ path, line }: Place): string {
    return this.#lines.get(path)?.[line - 1] ?? '';
  }

  #settingPlace(setting: string): Place {
    const { path, text } = this.source.entry;
    const line = text.split('\n', this.source.bodyLine).findIndex((one) => one.startsWith(`${setting}:`)) + 1;
    return { path, line: Math.max(1, line) };
  }
}

/** The deck's context; undefined where Markdown is read that is no deck. */
export function contextOf(env: Env): ParseContext | undefined {
  return env.deck instanceof ParseContext ? env.deck : undefined;
}
