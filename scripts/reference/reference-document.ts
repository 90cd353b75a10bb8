import type { Command } from 'commander';
import type { z } from 'zod';
import { hostEffects } from '../../src/api/host-effects.js';
import { chartShape } from '../../src/chart/chart-schema.js';
import { createProgram } from '../../src/cli.js';
import { mapSchema } from '../../src/map/map-schema.js';
import { relationShapes } from '../../src/read/relations.js';
import { settingsSchema } from '../../src/read/settings-schema.js';
import { viewSchema } from '../../src/relations/read-view.js';
import { attributes, blocks } from './attributes.js';

const introduction = `# Reference

Every setting, attribute, key and option. \`npx tsx scripts/reference-doc.ts\` makes this page from the schemas and from the command
line itself. [Writing](writing.md) explains the language, [Rules](rules.md) what \`check\` reports.`;

/** The page \`docs/reference.md\`. */
export function referenceDocument(): string {
  const relations = Object.entries(relationShapes).map(
    ([section, shape]) => `### \`${section}:\`\n\n${keyTable(shape.shape)}`,
  );
  return `${[
    introduction,
    `## Front matter\n\nSettings at the top of \`deck.md\`, between two lines \`---\`. All may be left out.\n\n${keyTable(settingsSchema.shape)}`,
    `## Attributes\n\nIn braces behind what they belong to: \`{#id .class key=value}\`.\n\n${attributeTables()}`,
    `## Blocks\n\n\`::: name {attributes}\` … \`:::\`. Any other name makes a plain block with that class.\n\n${table(
      ['block', 'for'],
      blocks.map(([name, does]) => [code(name), does]),
    )}`,
    `## Relations\n\nThe file \`relations.yaml\`, and the fence that asks for a view of it.\n\n${relations.join('\n\n')}\n\n### A \`relations\` fence\n\n${keyTable(viewSchema.shape)}`,
    `## Map\n\nA \`map\` fence. Countries are named by their ISO code of two letters.\n\n${keyTable(mapSchema.shape)}`,
    `## Chart\n\nA \`chart\` fence. [Charts](charts.md) says what each key does.\n\n${keyTable(chartShape)}`,
    `## Commands\n\n${commandTables()}`,
  ].join('\n\n')}\n`;
}

/** What a value may be is what the schema says when it is wrong. */
function keyTable(shape: Readonly<Record<string, z.ZodType>>): string {
  const isDescribed = Object.values(shape).some((type) => helpOf(type) !== '');
  const rows = Object.entries(shape).map(([key, type]) => [
    code(key),
    expected(type),
    ...(isDescribed ? [helpOf(type)] : []),
  ]);
  return table(isDescribed ? ['key', 'may be', 'does'] : ['key', 'may be'], rows);
}

function expected(type: z.ZodType): string {
  const said = type.safeParse(Symbol('no value of YAML')).error?.issues[0]?.message ?? '';
  return said.replace(/^expected (?:one of )?/, '').replace(/, found [^,]*$/, '');
}

function helpOf(type: z.ZodType): string {
  return type.description ?? ('unwrap' in type ? helpOf((type as z.ZodOptional<z.ZodType>).unwrap()) : '');
}

function attributeTables(): string {
  return Object.entries(attributes)
    .map(
      ([on, all]) =>
        `### ${on}\n\n${table(
          ['attribute', 'may be', 'does'],
          all.map(({ name, may, does }) => [code(name), may, does]),
        )}`,
    )
    .join('\n\n');
}

function commandTables(): string {
  const program = createProgram(hostEffects({ signal: new AbortController().signal }), () => undefined);
  const commands = leavesOf(program);
  const shared = sharedOptions(commands.map(({ command }) => command));
  const own = commands.map(({ name, command }) => {
    const rows = optionsOf(command).filter(([flags]) => !shared.some(([other]) => other === flags));
    const words = `### ${name}\n\n${sentence(command.description())}`;
    return rows.length === 0 ? words : `${words}\n\n${table(['option', 'does'], rows.map(marked))}`;
  });
  const usage =
    'A deck is named by its folder in `slides/`, or by the path of a folder or a Markdown file. With none named, all are meant.';
  const exits =
    'The exit code is 0, 1 when a deck has errors or something failed, and 2 when the command line is wrong. With `SOURCE_DATE_EPOCH` set (seconds since 1970) that is the date in what is made. `PILCROW_BROWSER` chooses the browser, as `--browser` does.';
  return [
    usage,
    exits,
    `These options hold for \`build\`, \`export\`, \`check\` and \`dev\`:\n\n${table(['option', 'does'], shared.map(marked))}`,
    ...own,
  ].join('\n\n');
}

interface NamedCommand {
  readonly name: string;
  readonly command: Command;
}

function leavesOf(command: Command, before: readonly string[] = []): readonly NamedCommand[] {
  return command.commands.flatMap((one): readonly NamedCommand[] => {
    const words = [...before, one.name()];
    if (one.commands.length > 0) return leavesOf(one, words);
    return [{ name: `\`${[...words, one.usage().replace(/^\[options\] ?/, '')].join(' ').trim()}\``, command: one }];
  });
}

type OptionRow = readonly [flags: string, does: string];

function optionsOf(command: Command): readonly OptionRow[] {
  return command.options.map(({ flags, description, argChoices, defaultValue, defaultValueDescription }) => {
    const choices = argChoices === undefined ? '' : `: ${argChoices.join(', ')}`;
    const shown = defaultValueDescription ?? (typeof defaultValue === 'boolean' ? undefined : defaultValue);
    const otherwise = shown === undefined ? '' : ` Default: ${shown}.`;
    return [flags, `${sentence(`${description}${choices}`)}${otherwise}`];
  });
}

/** Options that four commands have. */
function sharedOptions(commands: readonly Command[]): readonly OptionRow[] {
  const counts = new Map<string, { row: OptionRow; count: number }>();
  for (const row of commands.flatMap(optionsOf)) {
    const { count = 0 } = counts.get(row.join()) ?? {};
    counts.set(row.join(), { row, count: count + 1 });
  }
  return [...counts.values()].filter(({ count }) => count >= 4).map(({ row }) => row);
}

function marked([flags, does]: OptionRow): readonly string[] {
  return [code(flags), does];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

function code(text: string): string {
  return text
    .split(', ')
    .map((one) => `\`${one}\``)
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
