import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import { bundle } from 'lightningcss';
import { build, defineConfig, minifySync, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { revealStyle } from './scripts/reveal-style.js';

const require = createRequire(import.meta.url);

/** `vite build` makes what runs in the reader's browser, `vite build --mode lib` the command and the library. */
export default defineConfig(({ mode }) => (mode === 'lib' ? library : client));

/** The rooms that read a deck's text and judge it, and their packages; papers and documents are made from it later. */
const textOfDecks =
  /\/src\/(?:parse|read(?!\/sources)|relations|chart(?!\/layout)|evidence|check|render(?!\/papers|\/documents|\/hyphens))\/|\/node_modules\/(?:entities|fastest-levenshtein|linkify-it|markdown-it|mdurl|parse5|uc\.micro|yaml|zod)\//;

const noNetwork = join(import.meta.dirname, 'scripts/no-network.ts');
const noFetch = join(import.meta.dirname, 'scripts/no-fetch.ts');

/**
 * Bundles the command and the library with the packages they are made of, since to find and open a thousand small modules takes
 * Node longer than to compile a deck, and users would install what none of them needs. What brings many files of its own, is native, or may
 * not be changed stays outside, and is what package.json has under `dependencies`.
 */
const library: UserConfig = {
  publicDir: false,
  plugins: [devClient(), drawingLibrary(), packagesWithoutSpace(), withoutBidi()],
  // citation-js can fetch entries by their address. Nothing here does, so what it would take is left out.
  resolve: { alias: { 'sync-fetch': noNetwork, 'fetch-ponyfill': noFetch } },
  ssr: {
    noExternal: true,
    external: [
      '@sparticuz/chromium',
      'i18n-iso-countries',
      'jsdom',
      'lightningcss',
      'pdfjs-dist',
      'sharp',
      'shiki',
      'vite',
      'world-atlas',
    ],
  },
  build: {
    ssr: true,
    outDir: 'dist/lib',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        cli: 'src/cli.ts',
        index: 'src/index.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What every command needs to read a deck and judge its text is one file, not thirty: opening these took 15 ms.
        codeSplitting: {
          groups: [
            { name: 'base', minShareCount: 2, test: /\/src\/[^/]+\.ts$/ },
            { name: 'text', minShareCount: 2, test: textOfDecks },
          ],
        },
      },
    },
  },
};

/**
 * Builds what runs in the reader's browser, once, when the package is built: `deck.js` (a classic script, since modules do not
 * run on `file:`), `deck.css`, the same two for what is loaded on demand and for the speaker view, `paper.css`, `katex.css`, `fonts/`, `licences.txt`.
 */
const client: UserConfig = {
  base: './',
  publicDir: false,
  plugins: [
    // For files with notes only.
    apart('speaker', 'src/client/speaker/speaker.ts'),
    apart('on-demand', 'src/client/on-demand.ts'),
    apart('whole', 'src/client/whole.ts'),
    ownReveal(),
    katexStyle(),
    paperStyle(),
    glyphs(),
    licences(),
  ],
  build: {
    outDir: 'dist/client',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'src/client/main.ts',
      output: {
        format: 'iife',
        entryFileNames: 'deck.js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'deck.css' : 'fonts/[name][extname]',
      },
    },
  },
};

/** Takes spaces and comments out of chunks that are mostly other packages: a tenth of the package. Our own code stays as it is, for its stack traces. */
function packagesWithoutSpace(): Plugin {
  return {
    name: 'packages-without-space',
    renderChunk(code, { fileName, modules }) {
      const parts = Object.entries(modules);
      const length = (of: typeof parts): number => of.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0);
      const others = parts.filter(([id]) => id.includes('/node_modules/'));
      if (length(others) < length(parts) * 0.8) return null;
      const { code: short, errors } = minifySync(fileName, code, {
        module: true,
        compress: false,
        mangle: false,
        codegen: { removeWhitespace: true },
      });
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return short;
    },
  };
}

/** Puppeteer loads WebDriver BiDi where it is asked for, which we never do: half a megabyte. */
function withoutBidi(): Plugin {
  return {
    name: 'without-bidi',
    enforce: 'pre',
    resolveId(source, importer = '') {
      return importer.includes('/puppeteer-core/') && /\/bidi\.js$/.test(source) ? noNetwork : null;
    },
  };
}

/** `dist/vendor`: Mermaid's own bundle, the one file of its eighty megabytes that drawing takes. */
function drawingLibrary(): Plugin {
  return {
    name: 'drawing-library',
    writeBundle() {
      mkdirSync('dist/vendor', { recursive: true });
      copyFileSync('node_modules/mermaid/dist/mermaid.min.js', 'dist/vendor/mermaid.min.js');
    },
  };
}

/** What published files hold of others' work. Licences ask to be there with every copy. */
const carried = [
  'reveal.js',
  'perfect-freehand',
  'katex',
  '@fontsource/source-serif-4',
  '@fontsource/source-sans-3',
  '@fontsource/source-code-pro',
];

/** `licences.txt`: our licence and theirs, a text that several share once. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const ours = readFileSync('LICENSE', 'utf8').trim();
      const byText = new Map<string, string[]>([[ours, ['pilcrow']]]);
      for (const name of carried) {
        const folder = join(import.meta.dirname, 'node_modules', name);
        const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
        const text = readFileSync(join(folder, 'LICENSE'), 'utf8').replace(/\r\n/g, '\n').trim();
        byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
      }
      const source = [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

/** A script and its style sheet of their own, `<name>.js` and `<name>.css`. */
function apart(name: string, input: string): Plugin {
  return {
    name,
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          cssCodeSplit: false,
          rolldownOptions: {
            input,
            output: { format: 'iife', entryFileNames: `${name}.js`, assetFileNames: `${name}.css` },
          },
        },
      });
      for (const { output } of [built].flat() as Rolldown.RolldownOutput[]) {
        for (const file of output) {
          const source = file.type === 'chunk' ? file.code : file.source;
          this.emitFile({ type: 'asset', fileName: file.fileName, source });
        }
      }
    },
  };
}

/** `dev-client.js`: one file, since the dev server serves no other of the package. */
function devClient(): Plugin {
  return {
    name: 'dev-client',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          minify: false,
          target: 'es2022',
          modulePreload: false,
          rolldownOptions: {
            input: 'src/client/dev/dev.ts',
            output: { format: 'es', entryFileNames: 'dev-client.js' },
          },
        },
      });
      const files = ([built].flat() as Rolldown.RolldownOutput[]).flatMap(({ output }) => output);
      const [client] = files;
      if (client?.type !== 'chunk' || client.imports.length > 0)
        throw new Error(`The client of dev needs ${files.length} files.`);
      this.emitFile({ type: 'asset', fileName: client.fileName, source: client.code });
    },
  };
}

/** Reveal's style sheet stands before the theme's, in the layer that the theme has for it; what only some decks use is loaded on demand. */
function ownReveal(): Plugin {
  return {
    name: 'own-reveal',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const { first, later } = revealStyle(require.resolve('reveal.js/reveal.css'));
      for (const [name, css] of [
        ['deck.css', first],
        ['on-demand.css', later],
      ] as const) {
        const style = bundle[name];
        if (style?.type !== 'asset') throw new Error(`The client has no ${name}.`);
        style.source = `@layer reveal,katex,seminar;${css}${style.source}`;
      }
    },
  };
}

/** KaTeX's style sheet with its woff2 fonts only, in its layer of the theme; decks without formulas do not bring it in. */
function katexStyle(): Plugin {
  return {
    name: 'katex-style',
    generateBundle() {
      const folder = dirname(require.resolve('katex/dist/katex.min.css'));
      const css = readFileSync(join(folder, 'katex.min.css'), 'utf8');
      const source = `@layer katex{${css.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')}}`;
      this.emitFile({ type: 'asset', fileName: 'katex.css', source });
      for (const name of readdirSync(join(folder, 'fonts')).filter((file) => file.endsWith('.woff2'))) {
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(folder, 'fonts', name)) });
      }
    },
  };
}

/** The style sheet of papers, bundled by itself; its fonts are those that `deck.css` brings. */
function paperStyle(): Plugin {
  return {
    name: 'paper-style',
    generateBundle() {
      const { code } = bundle({
        filename: join(import.meta.dirname, 'src/client/theme/papers/paper.css'),
        minify: true,
        visitor: { Url: (url) => ({ ...url, url: `./fonts/${basename(url.url)}` }) },
      });
      this.emitFile({ type: 'asset', fileName: 'paper.css', source: code });
    },
  };
}

/** Every character the theme's fonts have, so that `check` can say which a slide would lose. */
function glyphs(): Plugin {
  return {
    name: 'glyphs',
    generateBundle() {
      const characters = new Set<number>();
      for (const face of ['source-serif-4', 'source-sans-3', 'source-code-pro']) {
        for (const subset of ['latin', 'latin-ext', 'cyrillic']) {
          const font = openSync(require.resolve(`@fontsource/${face}/files/${face}-${subset}-400-normal.woff2`));
          for (const character of 'characterSet' in font ? font.characterSet : []) characters.add(character);
        }
      }
      this.emitFile({
        type: 'asset',
        fileName: 'glyphs.json',
        source: JSON.stringify([...characters].sort((a, b) => a - b)),
      });
    },
  };
}
