import type { Example, Rule, RuleGroup } from '../model/rules/rule.js';
import { rules } from '../model/rules.js';

const groups: Readonly<Record<RuleGroup, string>> = {
  settings: 'Settings and files',
  writing: 'Writing',
  evidence: 'Evidence',
  diagrams: 'Diagrams, relations and maps',
  slides: 'Slides and questions',
  look: 'What people see',
  pdf: 'PDFs',
};

const introduction = `# Rules

What \`pilcrow check\` looks for. This page is made from the rules themselves by \`npx tsx scripts/rules-doc.ts\`.

A deck changes how serious a rule is in its front matter; the words are \`off\`, \`note\`, \`warning\` and \`error\`. An error stops
\`build\` and \`export\`.

\`\`\`yaml
rules: { words-per-slide: off, min-text-size: error }
\`\`\`

One slide is excused by a comment on it, with the reason; an exception that excuses nothing is reported itself. Several rules are
parted by commas.

\`\`\`markdown
<!-- check-disable words-per-slide: the article is quoted whole -->
\`\`\`

What is wrong with evidence is never silent: excused or turned off, it is said as a note. Rules of *style* hold only for decks
written for our theme, a deck's folder or \`theme: seminar\`; \`build\` and \`export\` leave out those that read the text alone, unless
the deck calls them errors. Rules that need a *browser* are left out by \`--no-browser\`.
`;

/** The page \`docs/rules.md\`: what each rule finds, why, an example wrong and right, and how to turn it off. */
export function rulesDocument(): string {
  const table: readonly Rule[] = rules;
  const parts = Object.entries(groups).flatMap(([group, title]) => [
    `## ${title}\n`,
    ...table.filter((rule) => rule.group === group).map(describe),
  ]);
  return [introduction, index(table), ...parts].join('\n');
}

/** Every rule by its name, in alphabetical order, with the first sentence of what it finds. */
function index(table: readonly Rule[]): string {
  const lines = table
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, severity, what }) =>
        `| [${name}](#${name}) | ${severity} | ${firstSentence(what).replaceAll('|', '\\|')} |`,
    );
  return `## Index\n\n| rule | severity | finds |\n|---|---|---|\n${lines.join('\n')}\n`;
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.;])\s/)[0]?.replace(/;$/, '.') ?? text;
}

function describe(rule: Rule): string {
  const { name, severity, needs, style, what, why, wrong, right } = rule;
  const found = needs === 'browser' ? ['needs a browser'] : needs === 'site' ? ['found by `build`'] : [];
  const kind = [severity, ...(style ? ['style'] : []), ...found].join(', ');
  const examples =
    wrong === undefined || right === undefined ? '' : `\nWrong:\n\n${shown(wrong)}\n\nRight:\n\n${shown(right)}\n`;
  return `### ${name}\n\n*${kind}.* ${what}\n\n${why}\n${examples}\n${howToTurnOff(rule)}\n`;
}

function howToTurnOff({ name, firm, group }: Rule): string {
  if (firm) return 'It cannot be turned off.';
  const everywhere = `Turn it off: \`rules: { ${name}: off }\``;
  if (group === 'settings') return `${everywhere}.`;
  const off = `${everywhere}, or on one slide \`<!-- check-disable ${name}: reason -->\``;
  return group === 'evidence' ? `${off}; it is then a note.` : `${off}.`;
}

function shown(example: Example): string {
  if (typeof example === 'string') return fenced(example, 'markdown');
  return Object.entries(example)
    .map(
      ([name, text]) =>
        `\`${name}\`\n\n${fenced(text, name.endsWith('.md') ? 'markdown' : (name.split('.').at(-1) ?? ''))}`,
    )
    .join('\n\n');
}

/** A fence longer than any inside; signs that cannot be printed are shown as pictures. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replaceAll('\0', '␀').replace(/\n$/, '')}\n${fence}`;
}
