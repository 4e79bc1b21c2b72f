import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, installOneYourself } from './browser.mjs';
import { install } from './install.mjs';
import { run, toolCommand } from './processes.mjs';

const TIMEOUT_SECONDS = 600;

/**
 * Finds a browser or installs one.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} that says what to do, if there is none and none could be installed
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found.path) return found.path;
  if (found.isNamed) throw new Error(found.problem);

  const failures = [];
  for (const installer of installers()) {
    const { ok, failure } = await installer();
    const installed = findBrowser();
    if (installed.path && (await starts(installed.path))) return installed.path;
    failures.push(ok ? 'It is installed, but does not start.' : failure);
  }
  throw new Error([...failures, installOneYourself].join('\n'));
}

/**
 * Debian's package is quick and brings the system libraries along, but takes the rights of root;
 * Playwright's own download does not.
 */
function installers() {
  const prefix = existsSync('/usr/bin/apt-get') ? asRoot() : undefined;
  return prefix === undefined
    ? [() => installPlaywrightsOwn([])]
    : [() => installDebianPackage(prefix), () => installPlaywrightsOwn(['--with-deps'])];
}

async function installDebianPackage(/** @type {readonly string[]} */ prefix) {
  const apt = (/** @type {readonly string[]} */ ...args) => {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    return { command, rest };
  };
  const { command, rest } = apt('update');
  // Its failure is no reason to give up: the package may be known already.
  await run(command, rest, { timeoutSeconds: TIMEOUT_SECONDS });
  const chromium = apt('install', '-y', '--no-install-recommends', 'chromium');
  return install("Chromium, Debian's package", 'apt-get', chromium.command, chromium.rest, {
    timeoutSeconds: TIMEOUT_SECONDS,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function installPlaywrightsOwn(/** @type {readonly string[]} */ options) {
  const [command, args] = toolCommand('playwright');
  return install(
    'Chromium, by Playwright',
    'playwright',
    command,
    [...args, 'install', ...options, 'chromium'],
    {
      timeoutSeconds: TIMEOUT_SECONDS,
      // Five attempts are made; by default each waits for half a minute.
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    },
  );
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

/** A downloaded browser may lack system libraries; asking its version shows that. */
async function starts(/** @type {string} */ path) {
  // On Windows --version opens a window instead of answering; there are no libraries to lack.
  return process.platform === 'win32' || (await run(path, ['--version'])).code === 0;
}
