import { stringify } from 'yaml';

/** What a new deck begins with. */
export interface DeckBeginning {
  readonly title: string;
  readonly lang?: string | undefined;
  /** 45 where not given. */
  readonly minutes?: number | undefined;
}

/** The front matter of a new deck, with its fences. */
export function frontMatterOf(
  { title, lang, minutes = 45 }: DeckBeginning,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const settings = { title, lang: lang ?? 'en', minutes, ...more };
  return `---\n${stringify(settings, { lineWidth: 0 })}---\n`;
}

/** A deck with its title slide and nothing else: it is complete, and checks clean. */
export function emptyDeck(beginning: DeckBeginning): string {
  return `${frontMatterOf(beginning)}\n# ${beginning.title}\n`;
}
