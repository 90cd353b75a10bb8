import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { peakMemory } from '../test/support/peak-memory.js';

/** What a command and its browser may hold together, MiB. */
const most = 1024;
const size = 30 * 2 ** 20;

interface Heavy {
  readonly name: string;
  readonly files: number;
  /** How its files end, and what each begins with; zeros follow. */
  readonly ending: string;
  readonly head: Buffer;
  /** Whole pictures instead, of which each is another by its last byte. */
  readonly isWhole?: boolean;
  /** What is made of it; `html,pdf` when not given. */
  readonly to?: string;
  /** The slide that shows a file. */
  readonly slide: (file: string) => string;
}

const picture = (file: string): string => `![A quay](${file})`;

/** Of twelve megapixels, as noisy as by night. */
const photograph = await sharp({
  create: {
    width: 4000,
    height: 3000,
    channels: 3,
    background: '#777',
    noise: { type: 'gaussian', mean: 128, sigma: 30 },
  },
})
  .jpeg({ quality: 95 })
  .toBuffer();

const heavy: readonly Heavy[] = [
  {
    name: 'photographs, in every format',
    files: 10,
    ending: 'jpg',
    head: photograph,
    isWhole: true,
    to: 'all',
    slide: picture,
  },
  { name: 'pictures that hold none', files: 10, ending: 'png', head: Buffer.alloc(0), slide: picture },
  {
    name: 'pictures that are shown as they are',
    files: 10,
    ending: 'gif',
    head: Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
    slide: picture,
  },
  {
    name: 'drawings with much in comments',
    files: 2,
    ending: 'svg',
    head: Buffer.concat([
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/><!--'),
      Buffer.alloc(size - 48, ' '),
      Buffer.from('-->'),
    ]),
    slide: picture,
  },
  {
    name: 'films that cannot be shown',
    files: 2,
    ending: 'mp4',
    head: Buffer.alloc(0),
    slide: (file) => `<video src="${file}" width="320" height="180"></video>`,
  },
  {
    name: 'files that are linked',
    files: 2,
    ending: 'pdf',
    head: Buffer.from('%PDF-1.4\n'),
    slide: (file) => `[A report](${file})`,
  },
];

/** Exports decks with large files, each in a process of its own. `say` gets a line a deck. */
export async function soakMemory(
  say: (line: string) => void,
): Promise<{ readonly decks: number; readonly tooMuch: number }> {
  const root = mkdtempSync(join(tmpdir(), 'pilcrow-soak-memory-'));
  let tooMuch = 0;
  try {
    for (const [index, deck] of heavy.entries()) {
      writeDeck(join(root, 'slides', `heavy-${index}`), deck);
      const options = ['--to', deck.to ?? 'html,pdf', '--draft', '--quiet', '--browser', 'bundled'];
      const peak = await peakMemory([resolve('dist/lib/cli.js'), 'export', `heavy-${index}`, ...options], root);
      if (peak > most) tooMuch += 1;
      const megabytes = Math.round((deck.isWhole === true ? deck.head.length : size) / 2 ** 20);
      say(`${deck.files} files of ${megabytes} MB, ${deck.name}: ${Math.round(peak)} of ${most} MiB`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { decks: heavy.length, tooMuch };
}

function writeDeck(folder: string, { files, ending, head, isWhole = false, slide }: Heavy): void {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: files }, (_, index) => `${index}.${ending}`);
  const slides = names.map((name, index) => `\n---\n\n## Quay ${index}\n\n${slide(name)}\n`);
  writeFileSync(join(folder, 'deck.md'), `---\nlang: en\n---\n# Ports\n${slides.join('')}`);
  for (const [index, name] of names.entries()) {
    writeFileSync(join(folder, name), isWhole ? Buffer.concat([head, Buffer.of(index)]) : head);
    if (!isWhole && head.length < size) truncateSync(join(folder, name), size);
  }
}
