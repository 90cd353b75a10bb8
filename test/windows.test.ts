import { win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserCure, puppeteerCache, systemBrowsers } from '../src/browser/system-browsers.js';
import { cachePlaces } from '../src/system/cache-folder.js';
import { isWithin } from '../src/system/is-within.js';

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
