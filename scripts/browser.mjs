import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/**
 * Flags for a browser that tests and measures: WebGL without a graphics card, and no traffic of
 * its own that could disturb a measurement or a test.
 */
export const browserFlags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Layers put together by the processor: through the software rasteriser a page draws 4 frames a
  // second, without it 60, and WebGL works all the same.
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Chromium refuses to start its sandbox as root, which is what containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Looks for a Chrome, Chromium or Edge on this machine. Never throws, because tools load the
 * configuration of the browser tests without running them.
 *
 * @returns {{ path: string, problem?: undefined, isNamed?: undefined } | { path?: undefined, problem: string, isNamed: boolean }}
 *   its path, or a sentence that says what to do; `isNamed` if the environment names a program
 *   that does not exist
 */
export function findBrowser() {
  for (const name of ['SVAE_LAB_BROWSER', 'CHROME_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (isExecutable(path)) return { path };
    return { problem: `${name} is ${path}, which is not a program.`, isNamed: true };
  }
  const path = [playwrightsOwn(), ...usualPlaces()].find((path) => path && isExecutable(path));
  return path ? { path } : { problem: noBrowser, isNamed: false };
}

/** What to do where no browser can be installed from here. */
export const installOneYourself =
  'Install Chrome, Chromium or Edge yourself. If it is in an unusual place, name it:\n' +
  'SVAE_LAB_BROWSER=/path/to/chrome npm test';

const noBrowser =
  'The browser tests need Chrome, Chromium or Edge, and none was found.\n' +
  `Run \`npm test -- chromium\`, which installs one. ${installOneYourself}`;

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright has no browser for this platform.
  }
}

/** @returns {string[]} paths, the likeliest first */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['', process.env.HOME ?? ''].map(
        (home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return folders.flatMap((folder) =>
      ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((product) =>
        join(
          process.env[folder] ?? '',
          product,
          'Application',
          product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
        ),
      ),
    );
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}
