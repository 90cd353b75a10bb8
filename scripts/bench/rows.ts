import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../../src/export/formats.js';
import { peakMemory } from '../../test/support/peak-memory.js';
import { benchDrawings } from './drawings.js';
import { benchEvidence, benchLongSource } from './evidence.js';
import type { Unit } from './measurement.js';
import { saveToScreen } from './save-to-screen.js';
import { type BrowserChoice, cli, type Workplace } from './workplace.js';

/** One thing that is measured. `of` names the row it is divided by, which stands before it. */
interface Named {
  readonly name: string;
  readonly of?: string;
  /** What the row is meant to come to, for the reader. */
  readonly goal?: string;
  /** Another tool's: the record does without it where it fails. */
  readonly isPeer?: boolean;
  /** Too long for `--quick`. */
  readonly long?: boolean;
}

/** A process that is timed, several times where that is short. */
export interface TimedRow extends Named {
  /** Once, before the first. */
  readonly ready?: (place: Workplace) => Promise<void> | void;
  /** Before each. */
  readonly prepare?: (place: Workplace) => void;
  readonly work: (place: Workplace) => Promise<unknown>;
}

/** Values that a row takes by itself, in its own unit. */
export interface ValueRow extends Named {
  readonly unit: Unit;
  readonly values: (place: Workplace, times: number) => Promise<readonly number[]>;
}

export type Row = TimedRow | ValueRow;

const quiet = ['--quiet', '--browser', 'bundled'] as const;
export const nodeRow = 'Node by itself';
const slides = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'slide' : 'slides'}`;
const plain = (count: number): string => `plain-${count}`;
const makePlain = (count: number) => (place: Workplace) => place.deck(plain(count), count);
const isLong = (count: number): { readonly long?: true } => (count > 200 ? { long: true } : {});
const papers = Object.entries(formats)
  .filter(([, format]) => 'prints' in format && format.prints !== 'slides')
  .map(([name]) => name);

const counts = [1, 20, 200, 1000] as const;

/** Every row, in the order they are taken in. `browsers`: those that are there. */
export function rowsFor(browsers: readonly BrowserChoice[]): readonly Row[] {
  return [
    { name: nodeRow, work: ({ node }) => node('-e', '0') },
    ...saves(),
    ...texts(),
    ...unchanged(),
    ...checks(),
    ...browsers.flatMap(prints),
    ...drawn(),
    ...handedOut(),
    ...otherFiles(),
    ...manyDecks(),
    ...sizes(),
    ...parts(),
  ];
}

function saves(): readonly Row[] {
  return [20, 200].flatMap((count): readonly Row[] => {
    const picture = `floor: a picture of the window, ${slides(count)}`;
    let taken: ReturnType<typeof saveToScreen> | undefined;
    const take = (place: Workplace, times: number): ReturnType<typeof saveToScreen> => {
      makePlain(count)(place);
      return saveToScreen(place, plain(count), Math.max(3, times));
    };
    const goals = count === 20 ? { body: '≤ 40 ms', heading: '≤ 50 ms' } : { body: '≤ 60 ms', heading: '≤ 60 ms' };
    return [
      {
        name: picture,
        unit: 'ms',
        values: async (place, times) => {
          taken = take(place, times);
          return (await taken).picture;
        },
      },
      {
        name: `save to screen, a body, ${slides(count)}`,
        of: picture,
        goal: goals.body,
        unit: 'ms',
        values: async (place, times) => (await (taken ?? take(place, times))).body,
      },
      {
        name: `save to screen, a heading, ${slides(count)}`,
        of: picture,
        goal: goals.heading,
        unit: 'ms',
        values: async (place, times) => (await (taken ?? take(place, times))).heading,
      },
    ];
  });
}

function texts(): readonly Row[] {
  return counts.map((count) => ({
    name: `check without a browser, ${slides(count)}`,
    of: nodeRow,
    ...isLong(count),
    ready: makePlain(count),
    work: ({ pilcrow }) => pilcrow('check', plain(count), '--no-browser', '--quiet'),
  }));
}

function unchanged(): readonly Row[] {
  const goals = new Map([
    [20, '≤ 0.3 s'],
    [200, '≤ 0.4 s'],
    [1000, '≤ 0.8 s'],
  ]);
  return [
    ...counts.map((count): Row => {
      const goal = goals.get(count);
      return {
        name: `build, nothing changed, ${slides(count)}`,
        of: nodeRow,
        ...(goal === undefined ? {} : { goal }),
        ...isLong(count),
        ready: async (place) => {
          makePlain(count)(place);
          await place.pilcrow('build', plain(count), ...quiet);
        },
        work: ({ pilcrow }) => pilcrow('build', plain(count), ...quiet),
      };
    }),
    {
      name: 'export of all papers, nothing changed, the seminar',
      of: nodeRow,
      goal: '≤ 0.35 s',
      ready: (place) => place.pilcrow('export', 'belarus-deterrence', ...quiet),
      work: ({ pilcrow }) => pilcrow('export', 'belarus-deterrence', ...quiet),
    },
    {
      name: 'build after export, the seminar',
      of: nodeRow,
      goal: '≤ 0.35 s',
      prepare: ({ forgetOutputs }) => forgetOutputs(),
      work: ({ pilcrow }) => pilcrow('build', 'belarus-deterrence', ...quiet),
    },
  ];
}

function checks(): readonly Row[] {
  const goals = new Map([
    [20, '≤ 1.5 s'],
    [200, '≤ 4 s'],
    [1000, '≤ 18 s'],
  ]);
  return counts.flatMap((count): readonly Row[] => {
    const floor = `floor: shown and photographed once, ${slides(count)}`;
    const goal = goals.get(count);
    return [
      {
        name: floor,
        ...isLong(count),
        ready: async (place) => {
          makePlain(count)(place);
          await place.photograph(plain(count), 'bundled');
        },
        work: ({ photograph }) => photograph(plain(count), 'bundled'),
      },
      {
        name: `check with a browser, ${slides(count)}`,
        of: floor,
        ...(goal === undefined ? {} : { goal }),
        ...isLong(count),
        prepare: ({ forget }) => forget('layouts'),
        work: ({ pilcrow }) => pilcrow('check', plain(count), ...quiet),
      },
    ];
  });
}

function prints(browser: BrowserChoice): readonly Row[] {
  const goals = new Map([
    [20, '≤ 1.3×'],
    [200, '≤ 1.2×'],
    [1000, 'linear'],
  ]);
  return counts.flatMap((count): readonly Row[] => {
    const floor = `floor: Chromium prints, ${browser}, ${slides(count)}`;
    const goal = goals.get(count);
    return [
      {
        name: floor,
        ...isLong(count),
        ready: (place) => {
          makePlain(count)(place);
          return place.print(plain(count), browser);
        },
        work: ({ print }) => print(plain(count), browser),
      },
      {
        name: `PDF, ${browser}, ${slides(count)}`,
        of: floor,
        ...(goal === undefined ? {} : { goal }),
        ...isLong(count),
        prepare: ({ forget }) => forget(),
        work: ({ pilcrow }) => pilcrow('export', plain(count), '--to', 'pdf', '--quiet', '--browser', browser),
      },
    ];
  });
}

/** With diagrams, one slide in four. */
function drawn(): readonly Row[] {
  return [20, 200].flatMap((count): readonly Row[] => {
    const name = `drawn-${count}`;
    const what = `${slides(count)}, ${count / 4} diagrams`;
    const floor = `floor: Chromium prints, bundled, ${what}`;
    const goal = count === 200 ? '≤ 1.5× + 2 s' : undefined;
    return [
      {
        name: floor,
        ready: (place) => {
          place.deck(name, count, count / 4);
          return place.print(name, 'bundled');
        },
        work: ({ print }) => print(name, 'bundled'),
      },
      {
        name: `PDF, drawings kept, ${what}`,
        of: floor,
        prepare: ({ forget }) => forget(),
        work: ({ pilcrow }) => pilcrow('export', name, '--to', 'pdf', ...quiet),
      },
      {
        name: `PDF, drawings to make, ${what}`,
        of: floor,
        ...(goal === undefined ? {} : { goal }),
        prepare: ({ forget }) => forget('drawings'),
        work: ({ pilcrow }) => pilcrow('export', name, '--to', 'pdf', ...quiet),
      },
      {
        name: `site, drawings kept, ${what}`,
        of: floor,
        prepare: ({ forget }) => forget(),
        work: ({ pilcrow }) => pilcrow('build', name, ...quiet),
      },
      {
        name: `site, slides to measure, ${what}`,
        of: floor,
        prepare: ({ forget }) => forget('layouts'),
        work: ({ pilcrow }) => pilcrow('build', name, ...quiet),
      },
    ];
  });
}

function handedOut(): readonly Row[] {
  const seminar = 'PDF of the seminar';
  const of = (count: number): string => `floor: Chromium prints, bundled, ${slides(count)}`;
  return [
    {
      name: seminar,
      ready: (place) => place.pilcrow('export', 'belarus-deterrence', '--to', 'pdf', ...quiet),
      prepare: ({ forget }) => forget(),
      work: ({ pilcrow }) => pilcrow('export', 'belarus-deterrence', '--to', 'pdf', ...quiet),
    },
    {
      name: `all its papers (${papers.join(', ')})`,
      of: seminar,
      goal: '≤ 2.5×',
      prepare: ({ forget }) => forget(),
      work: ({ pilcrow }) => pilcrow('export', 'belarus-deterrence', '--to', papers.join(','), ...quiet),
    },
    ...[20, 200].map(
      (count): Row => ({
        name: `handouts, ${slides(count)}`,
        of: of(count),
        ready: makePlain(count),
        prepare: ({ forget }) => forget(),
        work: ({ pilcrow }) => pilcrow('export', plain(count), '--to', 'handout', ...quiet),
      }),
    ),
  ];
}

function otherFiles(): readonly Row[] {
  const seminar = 'PDF of the seminar';
  const to = (format: string, of: string): Row => ({
    name: `${format} of the seminar`,
    of,
    prepare: ({ forget }) => forget(),
    work: ({ pilcrow }) => pilcrow('export', 'belarus-deterrence', '--to', format, ...quiet),
  });
  let made = 0;
  return [
    to('pptx', seminar),
    to('docx', seminar),
    to('quiz', nodeRow),
    { name: 'new deck', of: nodeRow, work: ({ pilcrow }) => pilcrow('new', `new-${made++}`) },
    {
      name: `import of a Marp deck, ${slides(200)}`,
      of: nodeRow,
      ready: ({ folder }) => writeFileSync(join(folder, 'marp.md'), marpDeck(200)),
      work: ({ pilcrow }) => pilcrow('import', 'marp.md', '--name', `imported-${made++}`),
    },
  ];
}

function manyDecks(): readonly Row[] {
  const names = Array.from({ length: 30 }, (_, index) => `many-${index}`);
  const ready = (place: Workplace): void => {
    for (const name of names) place.deck(name, 20, 5);
  };
  const one = 'build of 1 deck, nothing kept';
  const exported = 'export of 1 deck, nothing kept';
  return [
    {
      name: one,
      ready,
      prepare: ({ forget }) => forget('drawings', 'layouts', 'references'),
      work: ({ pilcrow }) => pilcrow('build', 'many-0', ...quiet),
    },
    {
      name: 'build of 30 decks, nothing kept',
      of: one,
      goal: '≤ 22 s',
      long: true,
      prepare: ({ forget }) => forget('drawings', 'layouts', 'references'),
      work: ({ pilcrow }) => pilcrow('build', ...names, ...quiet),
    },
    {
      name: exported,
      prepare: ({ forget }) => forget('drawings', 'layouts', 'references'),
      work: ({ pilcrow }) => pilcrow('export', 'many-0', ...quiet),
    },
    {
      name: 'export of 30 decks, nothing kept',
      of: exported,
      goal: '≤ 40 s',
      long: true,
      prepare: ({ forget }) => forget('drawings', 'layouts', 'references'),
      work: ({ pilcrow }) => pilcrow('export', ...names, ...quiet),
    },
    {
      name: 'build of 30 decks, nothing changed',
      of: nodeRow,
      long: true,
      ready: ({ pilcrow }) => pilcrow('build', ...names, ...quiet),
      work: ({ pilcrow }) => pilcrow('build', ...names, ...quiet),
    },
    {
      name: 'memory of a build of 30 decks',
      goal: '≤ 700 MiB',
      long: true,
      unit: 'MiB',
      values: async ({ folder, forget }) => {
        forget('drawings', 'layouts');
        return [await peakMemory([cli, 'build', ...names, ...quiet], folder)];
      },
    },
  ];
}

function sizes(): readonly Row[] {
  const plainSite = async (place: Workplace): Promise<{ readonly page: number; readonly code: number }> => {
    makePlain(20)(place);
    await place.pilcrow('build', plain(20), '--force', ...quiet);
    return place.firstLoad(plain(20));
  };
  return [
    {
      name: 'first load of a site of 20 slides, code, packed',
      goal: '≤ 55 KB',
      unit: 'KB',
      values: async (place) => [(await plainSite(place)).code / 1000],
    },
    {
      name: 'a diagram in it',
      goal: '≤ 2 KB',
      unit: 'KB',
      values: async (place) => {
        place.deck('drawn-20', 20, 5);
        await place.pilcrow('build', 'drawn-20', '--force', ...quiet);
        return [(place.firstLoad('drawn-20').page - (await plainSite(place)).page) / 5 / 1000];
      },
    },
    {
      name: 'memory of a PDF of 200 slides, 50 diagrams',
      goal: '≤ 650 MiB',
      unit: 'MiB',
      values: async (place) => {
        place.deck('drawn-200', 200, 50);
        place.forget();
        return [await peakMemory([cli, 'export', 'drawn-200', '--to', 'pdf', ...quiet], place.folder)];
      },
    },
  ];
}

/** Parts of the program by themselves, loaded already. */
function parts(): readonly Row[] {
  let drawings: ReturnType<typeof benchDrawings> | undefined;
  const of = (part: 'cold' | 'cached' | 'map' | 'chart') => async (): Promise<readonly number[]> => {
    if (part === 'cold') drawings = benchDrawings();
    return [(await (drawings ?? benchDrawings()))[part] * 1000];
  };
  return [
    { name: '50 diagrams of 8 kinds, browser included', goal: '≤ 3.5 s', unit: 'ms', values: of('cold') },
    { name: '50 diagrams, kept', goal: '≤ 50 ms', unit: 'ms', values: of('cached') },
    { name: 'a map, data included', goal: '≤ 150 ms', unit: 'ms', values: of('map') },
    { name: 'a chart of 200 values, read and drawn', goal: '≤ 80 ms', unit: 'ms', values: of('chart') },
    {
      name: '500 claims, ten sources of 10,000 words',
      goal: '≤ 0.2 s',
      unit: 's',
      values: async (_place, times) => Array.from({ length: times }, benchEvidence),
    },
    {
      name: '300 claims, a source of 300 pages, CPU',
      goal: '≤ 0.7 s',
      unit: 's',
      values: async () => [benchLongSource().seconds],
    },
  ];
}

/** A deck of Marp of so many slides. */
function marpDeck(count: number): string {
  const parts = Array.from(
    { length: count },
    (_, index) => `## Slide ${index + 1}\n\n<!-- _class: lead -->\n\n- One\n- Two\n\n<!-- Say this. -->`,
  );
  return `---\nmarp: true\ntheme: default\npaginate: true\n---\n\n${parts.join('\n\n---\n\n')}\n`;
}
