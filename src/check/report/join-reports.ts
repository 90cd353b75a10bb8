import { z } from 'zod';

/** Reports of `check` that several machines printed, each of its shard, as one; undefined for a text that is none. */
export type ReportJoiner = (texts: readonly string[]) => JoinedReport;

export interface JoinedReport {
  /** The joined report; undefined where one of the texts is none, or another version's. */
  readonly text?: string;
  /** Which text it is that cannot be joined, from 0, and why. */
  readonly refused?: { readonly index: number; readonly why: string };
}

const json = z.object({ diagnostics: z.array(z.looseObject({ severity: z.string() })) });

/** What of SARIF 2.1.0 we write: one run, all of its tool and rules before its results. */
const sarif = z.looseObject({
  version: z.literal('2.1.0'),
  runs: z.tuple([z.looseObject({ tool: z.unknown(), results: z.array(z.unknown()) })]),
});

/** The joiners by the file in which `merge` looks for such a report. */
export const reportJoiners: Readonly<Record<string, ReportJoiner>> = {
  'report.json': (texts) => {
    const { reports, refused } = readAll(texts, json, 'no report of `check --format json`');
    if (refused !== undefined) return { refused };
    const diagnostics = once(reports.flatMap((report) => report.diagnostics));
    const of = (wanted: string): number => diagnostics.filter(({ severity }) => severity === wanted).length;
    const counts = { errors: of('error'), warnings: of('warning'), notes: of('note') };
    return { text: JSON.stringify({ ...counts, diagnostics }, null, 2) };
  },
  // One run, since GitHub takes several runs of one tool and category in a file for a fault.
  'report.sarif': (texts) => {
    const { reports, refused } = readAll(texts, sarif, 'no report of `check --format sarif`');
    if (refused !== undefined) return { refused };
    const [first] = reports;
    if (first === undefined) return {};
    const tool = JSON.stringify(first.runs[0].tool);
    const other = reports.findIndex(({ runs }) => JSON.stringify(runs[0].tool) !== tool);
    if (other >= 0) return { refused: { index: other, why: 'of another version of Pilcrow, with other rules' } };
    const results = once(reports.flatMap(({ runs }) => runs[0].results));
    return { text: JSON.stringify({ ...first, runs: [{ ...first.runs[0], results }] }, null, 2) };
  },
};

/** Each of them once: what was joined before may be joined again with what has come since. */
function once<T>(found: readonly T[]): readonly T[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function readAll<T>(
  texts: readonly string[],
  schema: z.ZodType<T>,
  why: string,
): { readonly reports: readonly T[]; readonly refused?: { readonly index: number; readonly why: string } } {
  const reports: T[] = [];
  for (const [index, text] of texts.entries()) {
    const value = parsed(text);
    if (!schema.safeParse(value).success) return { reports, refused: { index, why } };
    // The text's own object: what the schema gives back has its members in another order.
    reports.push(value as T);
  }
  return { reports };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
