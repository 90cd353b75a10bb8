import { join } from 'node:path';
import { strike } from './arena.js';
import type { Fault } from './faults.js';

/** The browser starts when the deck has been read: to draw it where nothing is in the cache, else to print it. */
export const sourceFaults: readonly Fault[] = [
  {
    name: 'a source changed while it is drawn',
    how: 'the deck is saved anew when the browser starts',
    sample: [0, 'refused'],
    strike: (arena, random) => {
      const hook = arena.place.browserAfter(`echo "- One line more" >> '${quoted(arena.deck)}'`);
      const command = random() < 0.5 ? 'build' : 'export';
      return strike(arena, {
        args: [command, 'one'],
        env: { PILCROW_BROWSER: hook },
        mend: () => arena.restore('cold'),
        says: /^slides\/one\/deck\.md:1:1 error changed-meanwhile .*Run the command again/m,
      });
    },
  },
  ...(['cold', 'warm'] as const).map(
    (cache): Fault => ({
      name: `a picture deleted while the deck is ${cache === 'cold' ? 'drawn' : 'printed'}`,
      how: 'it is removed when the browser starts',
      sample: [0, 'refused'],
      strike: (arena) => {
        const picture = join(arena.place.slides, 'one/images/wall.svg');
        return strike(arena, {
          args: ['export', 'one'],
          cache,
          env: { PILCROW_BROWSER: arena.place.browserAfter(`rm -f '${quoted(picture)}'`) },
          mend: () => arena.restore('cold'),
          says: /^slides\/one\/(deck\.md:\d+:\d+ error (?:file|image)-missing|images\/wall\.svg:1:1 error changed-meanwhile) /m,
        });
      },
    }),
  ),
  {
    name: 'the deck deleted while it is drawn',
    how: 'its file is removed when the browser starts',
    sample: [0, 'refused'],
    strike: (arena) =>
      strike(arena, {
        args: ['build', 'one'],
        env: { PILCROW_BROWSER: arena.place.browserAfter(`rm -f '${quoted(arena.deck)}'`) },
        mend: () => arena.restore('cold'),
        says: /^slides\/one\/deck\.md:1:1 error changed-meanwhile The file was removed/m,
      }),
  },
];

/** As it stands between single quotes in a shell. */
function quoted(path: string): string {
  return path.replaceAll("'", "'\\''");
}
