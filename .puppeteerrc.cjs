/**
 * What `npm ci` fetches of browsers, read by Puppeteer's install script before anything is built.
 * Nothing on Linux: on x64 a Chromium comes with the npm packages, and on arm64 Puppeteer's own does not run.
 * On macOS and Windows a headless shell, unless a browser is found.
 */
const { env, platform } = process;
const { existsSync } = process.getBuiltinModule('node:fs');

/** Where Chrome, Chromium and Edge are installed; src/browser/system-browsers.ts looks there too. */
const places = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Chromium\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]
      : [],
  ),
};
const isFetched = platform in places && !places[platform].some((path) => existsSync(path));

module.exports = {
  chrome: { skipDownload: true },
  'chrome-headless-shell': { skipDownload: !isFetched },
  firefox: { skipDownload: true },
};
