import { join } from 'node:path';
import { type StrikeOptions, strike } from './arena.js';
import type { Fault } from './faults.js';

const full = /disk is full; free some space/;
const readOnly = /disk is read-only; .*--out/;

/** The earlier outputs on a disk with `room` bytes left, and what came of them copied to where it is found. */
function fullOutputs(room: number): NonNullable<StrikeOptions['namespace']> {
  return {
    before: `cp -a "$dist" "$root/copy" && mount -t tmpfs -o size=64m tmpfs "$dist" && cp -a "$root/copy/." "$dist" && rm -r "$root/copy"
head -c $(($(df --output=avail -B1 "$dist" | tail -1) - ${room})) /dev/zero > "$root/../filling"
cp "$root/../filling" "$dist/.filling" && rm "$root/../filling"`,
    after: 'rm -r "$dist/.filling"; rm -rf "$root/found"; cp -a "$dist" "$root/found"',
  };
}

/** A folder made read-only, as root too finds it. */
function readOnlyFolder(folder: string): string {
  return `mkdir -p "${folder}" && mount --bind "${folder}" "${folder}" && mount -o remount,bind,ro "${folder}"`;
}

export const diskFaults: readonly Fault[] = [
  ...(['build', 'export'] as const).map(
    (command): Fault => ({
      name: `disk full: ${command === 'build' ? 'the site' : 'the exports'}`,
      how: 'a tmpfs with 0 to 3 MB left',
      sample: [0.2, 'refused'],
      mounts: true,
      strike: (arena, random) =>
        strike(arena, {
          args: [command, 'one'],
          cache: 'warm',
          namespace: fullOutputs(Math.floor(random() ** 3 * 3_000_000)),
          found: join(arena.place.root, 'found'),
          says: full,
        }),
    }),
  ),
  {
    name: 'disk full: the cache',
    how: 'a tmpfs of 16 to 64 KB',
    sample: [0, 'made'],
    mounts: true,
    strike: (arena, random) =>
      strike(arena, {
        args: ['build', 'one'],
        namespace: { before: `mount -t tmpfs -o size=${16 + Math.floor(random() * 48)}k tmpfs "$cache"` },
      }),
  },
  {
    name: 'disk full: the temporary folder',
    how: 'a tmpfs of 16 KB to 8 MB',
    sample: [0, 'refused'],
    mounts: true,
    strike: (arena, random) =>
      strike(arena, {
        args: ['export', 'one'],
        namespace: { before: `mount -t tmpfs -o size=${16 + Math.floor(random() ** 2 * 8000)}k tmpfs "$temporary"` },
        says: /TMPDIR|free some memory, or room|free some space/,
      }),
  },
  {
    name: 'disk full: the lock of the evidence',
    how: 'a tmpfs without room',
    sample: [0, 'refused'],
    mounts: true,
    strike: (arena) =>
      strike(arena, {
        args: ['check', 'one', '--update-lock'],
        cache: 'warm',
        namespace: {
          before: `cp -a "$slides" "$root/copy" && mount -t tmpfs -o size=1m tmpfs "$slides" && cp -a "$root/copy/." "$slides"
rm -r "$root/copy"; rm "$slides/one/evidence.lock.json"; cat /dev/zero > "$slides/filling" 2> "$root/filled"`,
          after: 'ls -A "$slides/one" | grep -q tmp && exit 99',
        },
        says: full,
      }),
  },
  {
    name: 'outputs read-only',
    how: 'a read-only bind mount',
    sample: [0, 'refused'],
    mounts: true,
    strike: (arena, random) =>
      strike(arena, {
        args: [random() < 0.5 ? 'build' : 'export', 'one'],
        cache: 'warm',
        namespace: { before: readOnlyFolder(arena.place.dist) },
        says: readOnly,
      }),
  },
  {
    name: 'one output held fast',
    how: 'a bind mount on slides.pdf: it cannot be replaced',
    sample: [0, 'refused'],
    mounts: true,
    strike: (arena) => {
      const pdf = join(arena.place.dist, 'export/one/slides.pdf');
      return strike(arena, {
        args: ['export', 'one'],
        cache: 'warm',
        namespace: { before: `mount --bind "${pdf}" "${pdf}"` },
        says: /slides\.pdf could not be written: another program holds it; .*unchanged/,
      });
    },
  },
  {
    name: 'cache read-only',
    how: 'a read-only bind mount',
    sample: [0, 'made'],
    mounts: true,
    strike: (arena) =>
      strike(arena, { args: ['build', 'one'], namespace: { before: readOnlyFolder(arena.place.cache) } }),
  },
  {
    name: 'browser unpacked onto a full disk',
    how: 'a tmpfs of 1 to 200 MB',
    sample: [0.1, 'refused'],
    mounts: true,
    strike: (arena, random) =>
      strike(arena, {
        args: ['export', 'one'],
        env: { PILCROW_BROWSER: 'bundled' },
        namespace: { before: `mount -t tmpfs -o size=${1 + Math.floor(random() * 200)}m tmpfs "$cache"` },
        says: /could not be unpacked .*disk is full/,
      }),
  },
];
