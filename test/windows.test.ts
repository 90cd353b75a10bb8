import { win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserCure, puppeteerCache, systemBrowsers } from '../src/browser/system-browsers.js';
import { pathFrom } from '../src/css/path-from.js';
import { parseDeck } from '../src/parse/deck.js';
import { cachePlaces } from '../src/system/cache-folder.js';
import { isWithin } from '../src/system/is-within.js';
import { sourceOf } from './support/outline.js';

const windows = { platform: 'win32', arch: 'x64' };
const env = {
  PROGRAMFILES: 'C:\\Program Files',
  'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\Ines\\AppData\\Local',
  USERPROFILE: 'C:\\Users\\Ines',
};

describe('paths of Windows', () => {
  test.each([
    ['C:\\talks', 'C:\\talks\\deck\\a.svg', true],
    ['C:\\talks', 'c:\\Talks\\deck', true],
    ['C:\\talks', 'C:\\talks', true],
    ['C:\\talks', 'C:\\talks-2\\a.svg', false],
    ['C:\\talks\\deck', 'C:\\talks\\..hidden', false],
    ['C:\\talks', 'C:\\talks\\..hidden', true],
    ['C:\\talks', 'D:\\talks\\a.svg', false],
    ['C:\\talks', '\\\\server\\share\\a.svg', false],
  ])('in %s lies %s: %s', (folder, file, is) => {
    expect(isWithin(folder, file, win32)).toBe(is);
  });

  test.each([
    ['C:\\talks\\deck', '../_shared/method.md', 'C:\\talks\\_shared\\method.md'],
    ['C:\\talks\\deck\\', './img/quay.svg', 'C:\\talks\\deck\\img\\quay.svg'],
    ['C:/talks/deck', '/img/quay.svg', 'C:\\talks\\deck\\img\\quay.svg'],
    ['C:\\talks', '../../../x.svg', 'C:\\x.svg'],
    ['\\\\server\\share\\talks', '../../../x.svg', '\\\\server\\share\\x.svg'],
  ])('from %s leads %s to %s', (folder, address, path) => {
    expect(pathFrom(folder, address)).toBe(path);
    if (!address.startsWith('/')) expect(pathFrom(folder, address)).toBe(win32.resolve(folder, address));
  });

  test('elsewhere a backslash is a letter', () => {
    expect(pathFrom('/talks/a\\b', '../x.svg')).toBe('/talks/x.svg');
    expect(pathFrom('/', '../../x.svg')).toBe('/x.svg');
    expect(pathFrom('/talks/deck/deck.md', '../../_shared/m.md')).toBe('/talks/_shared/m.md');
  });

  test('a part of a deck of Windows is found', () => {
    const file = 'C:\\talks\\deck\\deck.md';
    const text = '# One\n\n---\n\n<!-- include: ../_shared/more.md -->\n';
    const source = sourceOf(text, { file });
    const more = { path: '_shared/more.md', file: 'C:\\talks\\_shared\\more.md', text: '## Two\n' };
    const deck = parseDeck({ ...source, folder: 'C:\\talks\\deck', includes: new Map([[more.file, more]]) });
    expect(deck.diagnostics).toEqual([]);
    expect(deck.slides.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  test('what is kept lies in the user’s own folder', () => {
    expect(cachePlaces(env, 'win32')).toEqual(['C:\\Users\\Ines\\AppData\\Local\\pilcrow']);
    expect(cachePlaces({ XDG_CACHE_HOME: 'cache' }, 'win32')).toEqual([]);
    expect(puppeteerCache(windows, env)).toBe('C:\\Users\\Ines\\.cache\\puppeteer');
    expect(puppeteerCache(windows, {})).toBeUndefined();
  });
});

describe('browsers of a system', () => {
  test('Windows: Chrome before Edge, in each folder of programs', () => {
    const places = systemBrowsers(windows, env);
    expect(places[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(places).toContain('C:\\Users\\Ines\\AppData\\Local\\Chromium\\Application\\chrome.exe');
    expect(places.at(-1)).toBe('C:\\Users\\Ines\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(systemBrowsers(windows, {})).toEqual([]);
  });

  test('macOS and Linux', () => {
    expect(systemBrowsers({ platform: 'darwin' }, {})).toHaveLength(3);
    expect(systemBrowsers({ platform: 'linux' }, { PATH: '/usr/bin:bin::/opt/bin' })).toEqual(
      expect.arrayContaining(['/usr/bin/google-chrome', '/opt/bin/chromium']),
    );
    expect(systemBrowsers({ platform: 'linux' }, { PATH: 'bin' })).toEqual([]);
  });

  test('Linux on arm64 is sent to the system’s own', () => {
    expect(browserCure({ platform: 'linux', arch: 'arm64' })).toContain('apt install chromium');
    expect(browserCure({ platform: 'linux', arch: 'x64' })).toContain('npx puppeteer browsers install');
    expect(browserCure({ platform: 'darwin', arch: 'arm64' })).toContain('npx puppeteer browsers install');
  });
});
