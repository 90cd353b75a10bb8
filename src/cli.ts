#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { Argument, Command, CommanderError, Option } from 'commander';
import type { CheckOptions } from './commands/check.js';
import type { CoverageOptions } from './commands/coverage.js';
import type { DevOptions } from './commands/dev.js';
import type { ImportOptions } from './commands/import.js';
import type { InputsOptions } from './commands/inputs.js';
import type { MergeOptions } from './commands/merge.js';
import type { NewOptions } from './commands/new.js';
import {
  cut,
  type ExportFormat,
  encoding,
  foreignTools,
  formats,
  minutes,
  namedFormats,
  perPage,
  port,
  reportFormats,
  reviewer,
  scale,
  shard,
  slideRanges,
  standardFormats,
  wholeNumber,
} from './commands/option-values.js';
import type { PublishOptions } from './commands/publish.js';
import type { RelationsOptions } from './commands/relations.js';
import type { PictureOptions } from './commands/slide-pictures.js';
import type { SourceCommand } from './commands/source.js';
import { DeckError } from './error.js';
import { type PaperSetup, paperSizes, standardPaper } from './model.js';
import type { Effects } from './system/effects.js';
import { keepBuiltIns } from './system/keep-built-ins.js';
import { exitCodes, machine, stoppedWords } from './system/machine.js';
import { packageVersion } from './system/package-folder.js';
import { machineFailure } from './system/system-trouble.js';

/**
 * Runs one command line and returns its exit code: 0, 1 when a deck has errors or something failed, 2 for wrong usage.
 * The only place that prints errors.
 */
export async function main(args: readonly string[], effects: Effects): Promise<number> {
  let clean = true;
  const program = createProgram(effects, (outcome) => {
    clean = outcome;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return clean ? 0 : 1;
  } catch (error) {
    return reportError(error, effects);
  }
}

/** Says what went wrong and returns the exit code. */
function reportError(error: unknown, effects: Effects): number {
  if (effects.signal.aborted) {
    effects.report(stoppedWords);
    return exitCodeOf(effects.signal.reason);
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const trouble = error instanceof DeckError ? error : machineFailure(error);
  if (trouble !== undefined) {
    effects.report(`pilcrow: ${trouble.message}`);
    return trouble.code === 'usage' ? 2 : 1;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  effects.report(`pilcrow: this is a bug in Pilcrow, please report it.\n${stack}`);
  return 1;
}

/** The commands and their options. `outcome` is told whether the decks were written or found clean. */
export function createProgram(effects: Effects, outcome: (clean: boolean) => void): Command {
  const program = new Command('pilcrow')
    .description('Slides that carry their sources: Markdown to a Reveal.js deck and PDF.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .showHelpAfterError('Run pilcrow --help for the commands and their options.')
    .configureOutput({
      writeOut: (text) => effects.print(text.trimEnd()),
      writeErr: (text) => effects.report(text.trimEnd()),
    })
    .exitOverride();
  const bare = (name: string, description: string): Command =>
    program.command(`${name} [decks...]`).description(description).copyInheritedSettings(program);
  const command = (name: string, description: string): Command =>
    bare(name, description)
      .option('--force', 'make, draw and measure everything again')
      .option('--quiet', 'print only what is wrong')
      .option('--untrusted', 'run no script of the deck and read nothing outside its folder')
      .option('--no-sandbox', 'run the browser without its own sandbox, also with --untrusted')
      .option(
        '--browser <which>',
        'which browser to use: bundled, system, a path, or the address of one elsewhere, such as http://10.0.0.5:9222; several with commas',
      );
  const outputs = (made: Command): Command =>
    made
      .option('--out <folder>', 'the folder to write to', 'dist')
      .option('--draft', 'write decks with errors too, each slide marked as a draft');

  const lengths = (made: Command): Command =>
    made.addOption(
      new Option('--cut <minutes>', 'which length to make, in minutes; all makes every one').argParser(cut),
    );

  const shards = (made: Command): Command =>
    made
      .addOption(
        new Option(
          '--shard <part>',
          'which part of the decks to work on, such as 2/8; /8 where a scheduler says which one',
        ).argParser(shard),
      )
      .option('--costs <file>', 'with --shard: a costs.json of an earlier run, by which the decks are divided');

  shards(lengths(outputs(command('build', 'make the deck to publish in dist/site')))).action(
    async (decks: string[], options: Omit<PublishOptions, 'steps' | 'paper'>) => {
      const { publish } = await import('./commands/publish.js');
      outcome(await publish(decks, ['site'], { ...options, steps: 'final', paper: standardPaper }, effects));
    },
  );

  shards(lengths(outputs(command('export', 'make the files to hand out in dist/export'))))
    .addOption(
      new Option(
        '--to <formats>',
        `what to make, separated by commas: ${standardFormats.join(', ')}; when named also ${namedFormats.join(', ')}; all makes everything`,
      )
        .argParser(formats)
        .default(standardFormats, standardFormats.join(',')),
    )
    .addOption(
      new Option('--steps <which>', 'a PDF page, or a picture, for each slide (final) or for each step (all)')
        .choices(['final', 'all'])
        .default('final'),
    )
    .addOption(new Option('--paper <size>', 'the paper size').choices(paperSizes).default(standardPaper.size))
    .addOption(
      new Option('--per-page <number>', 'how many slides stand on a page of the handout')
        .argParser(perPage)
        .default(standardPaper.perPage),
    )
    .option('--grey', 'make papers without colour')
    .addOption(
      new Option('--slides <numbers>', 'which slides become pictures, such as 3-7,9; with --to png').argParser(
        slideRanges,
      ),
    )
    .addOption(
      new Option(
        '--scale <number>',
        'the size of the pictures in those of the slide: 1, 2 or 3; with --to png',
      ).argParser(scale),
    )
    .addOption(
      new Option(
        '--ink <folder>',
        'lay the drawings that the pen saved over the slides, in slides-annotated.pdf',
      ).conflicts('steps'),
    )
    .action(async (decks: string[], { paper, perPage, grey = false, slides, scale, ...options }: ExportOptions) => {
      if (!options.to.includes('png') && (slides ?? scale) !== undefined)
        throw new DeckError('usage', '--slides and --scale are for pictures of slides. Add --to png.');
      const { publish } = await import('./commands/publish.js');
      const pictures = { scale: scale ?? 1, ...(slides === undefined ? {} : { slides }) };
      outcome(
        await publish(decks, options.to, { ...options, paper: { size: paper, perPage, grey }, pictures }, effects),
      );
    });

  const check = shards(lengths(command('check', 'list everything that is wrong')))
    .addOption(new Option('--format <which>', 'how to print what was found').choices(reportFormats).default('text'))
    .addOption(
      new Option('--max-warnings <number>', 'fail where there are more warnings than this').argParser(wholeNumber),
    )
    .option('--no-browser', 'use only the rules that need no browser')
    .option('--frozen', 'make it an error when evidence.lock.json is not up to date')
    .addOption(new Option('--update-lock', 'write evidence.lock.json with the claims that pass').conflicts('frozen'))
    .addOption(
      new Option('--review <name>', 'record in evidence.lock.json who compared the claims with their sources')
        .argParser(reviewer)
        .conflicts('frozen'),
    )
    .option('--verbose', 'also print which browser was used, and whether it had its sandbox')
    .option('--pdf <file>', 'check an exported PDF instead of a deck, and print its structure')
    .action(async (decks: string[], { pdf, ...options }: CheckOptions & { readonly pdf?: string }) => {
      if (pdf !== undefined) {
        const { checkPdf } = await keepBuiltIns(() => import('./commands/check-pdf.js'));
        return outcome(await checkPdf(pdf, decks, options, effects));
      }
      const { check } = await import('./commands/check.js');
      outcome(await check(decks, options, effects));
    });
  refuseTogether(check, 'browser', 'no-browser');

  program
    .command('new <name>')
    .description('make a deck, or from a source a draft of one')
    .copyInheritedSettings(program)
    .option('--from <files...>', 'sources to draft it from: PDF, Word, e-book, HTML, Markdown, text')
    .addOption(
      new Option(
        '--encoding <name>',
        'what the texts of its sources are written in, such as windows-1251; told from their bytes where not given',
      ).argParser(encoding),
    )
    .option('--title <title>', 'what it is called')
    .option('--lang <tag>', 'its language, such as en or be')
    .addOption(new Option('--minutes <number>', 'how long it is').argParser(minutes))
    .action(async (name: string, options: NewOptions) => {
      const { newDeck } = await import('./commands/new.js');
      await newDeck(name, options, effects);
    });

  const source = program
    .command('source')
    .description('add or show the texts that a deck cites')
    .copyInheritedSettings(program);
  source
    .command('add <deck> <file>')
    .description(
      'number the paragraphs of a PDF, Word, e-book, HTML, Markdown or text file and describe it in references.yaml',
    )
    .copyInheritedSettings(program)
    .option(
      '--key <key>',
      'the key that citations use, such as smith2024; made of the first author and the year where not given',
    )
    .option('--replace', 'overwrite the text of a source that is there, and say which paragraphs moved')
    .option('--renumber', "with --replace: give the deck's citations the new numbers")
    .addOption(
      new Option(
        '--encoding <name>',
        'what the text is written in, such as windows-1251; told from its bytes where not given',
      ).argParser(encoding),
    )
    .option('--dry-run', 'print what would be written, and write nothing')
    .action(async (deck: string, file: string, options: SourceCommand) => {
      const { source } = await import('./commands/source.js');
      await source(deck, file, options, effects);
    });
  source
    .command('show <deck> <key> [paragraphs]')
    .description('print a source as it is numbered, or the paragraphs or rows 5 or 5-7 of it')
    .copyInheritedSettings(program)
    .action(async (deck: string, key: string, paragraphs: string | undefined) => {
      const { showSource } = await import('./commands/source-show.js');
      await showSource(deck, key, paragraphs, effects);
    });

  program
    .command('import <deck>')
    .description(
      "make a deck of another tool's or of a PowerPoint file, and say what was kept, changed and lost; of a PowerPoint file that Pilcrow made, list the edits since",
    )
    .copyInheritedSettings(program)
    .addOption(
      new Option('--as <tool>', 'the tool it was written for; told by the file where not given').choices(foreignTools),
    )
    .option('--name <name>', 'what the new deck is called; like the file or its folder where not given')
    .addOption(
      new Option('--format <which>', 'how to print what became of it').choices(['text', 'json']).default('text'),
    )
    .action(async (deck: string, options: ImportOptions) => {
      const { importForeign } = await import('./commands/import.js');
      await importForeign(deck, options, effects);
    });

  program
    .command('rehearse <deck> <files...>')
    .description('plan the minutes of slides as rehearsals took them, several on average: print what would change')
    .copyInheritedSettings(program)
    .option('--write', 'write the changes into the deck')
    .action(async (deck: string, files: string[], options: { readonly write?: boolean }) => {
      const { rehearse } = await import('./commands/rehearse.js');
      await rehearse(deck, files, options, effects);
    });

  program
    .command('coverage <deck>')
    .description('print which paragraphs of its sources a deck quotes, uses and leaves out')
    .copyInheritedSettings(program)
    .option('--json', 'print JSON')
    .action(async (deck: string, options: CoverageOptions) => {
      const { coverage } = await import('./commands/coverage.js');
      outcome(await coverage(deck, options, effects));
    });

  bare('relations', 'print the sentences of every relations view')
    .option('--mermaid', 'print the Mermaid code of each view instead')
    .action(async (decks: string[], options: RelationsOptions) => {
      const { relations } = await import('./commands/relations.js');
      outcome(await relations(decks, options, effects));
    });

  program
    .command('merge <folders...>')
    .description('join what several machines made, or reported of a check, each with its shard of the decks')
    .copyInheritedSettings(program)
    .option('--out <folder>', 'the folder to write to', 'dist')
    .option('--quiet', 'print only what is wrong')
    .action(async (folders: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/merge.js');
      await merge(folders, options, effects);
    });

  bare('inputs', 'print which files a deck is made from')
    .option(
      '--turbo',
      'write them into a turbo.json for each deck, whose folder is a package of the repository one stands in',
    )
    .action(async (decks: string[], options: InputsOptions) => {
      const { inputs } = await import('./commands/inputs.js');
      await inputs(decks, options, effects);
    });

  program
    .command('cache')
    .description('print where drawings, layouts and outputs are kept for the next run, and how large they are')
    .copyInheritedSettings(program)
    .addArgument(new Argument('[action]', 'clear: remove them').choices(['clear']))
    .action(async (action: 'clear' | undefined) => {
      const { cache } = await import('./commands/cache.js');
      await cache(action ?? 'show', effects);
    });

  command('dev', 'show a deck in the browser and update it at each save')
    .addOption(new Option('--cut <minutes>', 'which length to show, in minutes').argParser(minutes))
    .addOption(new Option('--port <number>', 'the port to listen on').argParser(port).default(4200))
    .action(async (decks: string[], options: DevOptions) => {
      const { dev } = await import('./commands/dev.js');
      outcome(await dev(decks, options, effects));
    });
  return program;
}

/** For Commander an option and its `no-` are one, of which the last is meant; which was, nobody can know. */
function refuseTogether(command: Command, ...names: readonly string[]): void {
  const given = new Set<string>();
  for (const name of names) {
    command.on(`option:${name}`, () => {
      given.add(name);
      if (given.size < names.length) return;
      command.error(`error: ${names.map((one) => `--${one}`).join(' and ')} exclude each other. Give one of them.`);
    });
  }
}

function exitCodeOf(signal: unknown): number {
  return Object.entries(exitCodes).find(([name]) => name === signal)?.[1] ?? 1;
}

interface ExportOptions extends Omit<PublishOptions, 'paper' | 'pictures'> {
  readonly to: readonly ExportFormat[];
  readonly paper: PaperSetup['size'];
  readonly perPage: PaperSetup['perPage'];
  readonly grey?: boolean;
  readonly slides?: PictureOptions['slides'];
  readonly scale?: number;
}

function isMain(): boolean {
  const script = process.argv[1];
  return script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url);
}

if (isMain()) {
  // Node keeps what it compiles of the commands, from 22.1 on; a library has no say in that.
  (module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  const effects = machine();
  // A browser that cannot be started at all, as when too many files are open, is thrown past everybody who waits for it.
  process.on('uncaughtException', (error) => process.exit(reportError(error, effects)));
  const code = await main(process.argv.slice(2), effects);
  process.exitCode = code;
  // What a page was waited for may go on waiting for half a minute when its browser is gone. `machine` sees to what cannot be written.
  process.stdout.write('', (error) => {
    if (!error) process.exit(code);
  });
}
