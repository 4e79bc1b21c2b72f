import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { run, runTool } from './processes.mjs';

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
 * @returns {string | undefined} the path of a Chrome, Chromium or Edge on this machine
 * @throws {Error} if the environment names one that does not exist
 */
export function findBrowser() {
  for (const name of ['SVAE_LAB_BROWSER', 'CHROME_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (!isExecutable(path)) throw new Error(`${name} is ${path}, which is not a program.`);
    return path;
  }
  return [playwrightsOwn(), ...usualPlaces()].find((path) => path && isExecutable(path));
}

/**
 * Finds a browser or installs one.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} that says what to do, if there is none and none could be installed
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;

  console.log('No Chrome, Chromium or Edge found; installing Chromium …');
  for (const install of [installPlaywrightsOwn, installDebianPackage]) {
    await install();
    const installed = findBrowser();
    if (installed && (await starts(installed))) return installed;
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none could be installed.\n' +
      'Install one of them, or run: npx playwright install --with-deps chromium\n' +
      'If it is in an unusual place, say so: SVAE_LAB_BROWSER=/path/to/chrome npm test',
  );
}

function installPlaywrightsOwn() {
  const withLibraries = isDebian() && asRoot() !== undefined ? ['--with-deps'] : [];
  return runTool('playwright', ['install', ...withLibraries, 'chromium'], {
    show: true,
    timeoutSeconds: 600,
  });
}

async function installDebianPackage() {
  const prefix = asRoot();
  if (!isDebian() || prefix === undefined) return;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    await run(command, rest, { show: true, timeoutSeconds: 600 });
  }
}

/** @returns {string[] | undefined} what to put before a command to run it as root without asking */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
}

function isDebian() {
  return existsSync('/usr/bin/apt-get');
}

/** A downloaded browser may lack system libraries; asking its version shows that. */
async function starts(/** @type {string} */ path) {
  // On Windows --version opens a window instead of answering; there are no libraries to lack.
  return process.platform === 'win32' || (await run(path, ['--version'])).code === 0;
}

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
