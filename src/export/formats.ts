import type { Files } from '../effects.js';
import type { Artifact, AssetResolver, Audience, RenderedDeck } from '../model.js';
import { siteAssets } from './assets.js';

/** An edition that was composed: what a format is made from. */
export interface FormatInput {
  readonly rendered: RenderedDeck;
  /** The deck in one file. */
  readonly html: string;
  readonly files: Files;
  /** The whole page with its assets placed by another resolver. */
  readonly compose: (assets: AssetResolver) => string;
  /** The printed slides; undefined when they were not asked for. */
  readonly pdf?: Uint8Array;
}

/** One kind of output: for whom it is, and the files it makes below the output folder. */
export interface Format {
  readonly audience: Audience;
  readonly prints: boolean;
  readonly make: (input: FormatInput) => readonly Artifact[];
}

/** Every kind of output by the name `--to` knows it by. Assets come before the page that names them. */
export const formats = {
  site: {
    audience: 'student',
    prints: false,
    make({ rendered, files, compose }) {
      const assets = siteAssets(files);
      const page = compose(assets);
      const folder = `site/${rendered.name}`;
      return [
        ...assets.artifacts().map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })),
        { path: `${folder}/index.html`, bytes: page },
      ];
    },
  },
  html: {
    audience: 'teacher',
    prints: false,
    make: ({ rendered, html }) => [{ path: `export/${rendered.name}/${rendered.name}.html`, bytes: html }],
  },
  pdf: {
    audience: 'student',
    prints: true,
    make: ({ rendered, pdf }) =>
      pdf === undefined ? [] : [{ path: `export/${rendered.name}/slides.pdf`, bytes: pdf }],
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
