import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { logs } from './install.mjs';
import { root, run, runTool } from './processes.mjs';

/** @typedef {import('./runSteps.mjs').Outcome} Outcome */

/**
 * Every check of the project, each after what it needs. The browser tests take longest: they run
 * from the start, beside everything else, the short checks first.
 *
 * @type {readonly import('./runSteps.mjs').Step[]}
 */
export const testSteps = [
  { name: 'dependencies', title: 'dependencies', check: () => noted(ensureDependencies) },
  {
    name: 'chromium',
    title: 'browser',
    needs: ['dependencies'],
    check: () => noted(browser),
  },
  {
    name: 'build',
    title: 'build',
    needs: ['dependencies'],
    check: () => tool('vite', ['build', '--logLevel', 'warn']),
  },
  { name: 'browser', title: 'browser tests', needs: ['chromium', 'build'], check: browserTests },
  {
    name: 'lint',
    title: 'format and lint',
    needs: ['dependencies'],
    check: () => tool('@biomejs/biome', ['check', '--error-on-warnings'], 'biome'),
  },
  {
    name: 'imports',
    title: 'import directions',
    needs: ['dependencies'],
    check: () => script('check-imports.mjs'),
  },
  { name: 'unused', title: 'unused code', needs: ['dependencies'], check: () => tool('knip', []) },
  {
    name: 'types',
    title: 'types',
    needs: ['dependencies'],
    check: types,
  },
  {
    name: 'size',
    title: 'size of the page',
    needs: ['build'],
    check: () => script('check-bundle-size.mjs'),
  },
  { name: 'firefox', title: 'labs in Firefox', needs: ['build'], check: firefox },
  { name: 'unit', title: 'unit tests', needs: ['dependencies'], check: unitTests },
];

/** @returns {Promise<string>} the path of a browser, installed if there is none */
async function browser() {
  // Not at the top: it needs the dependencies.
  const { ensureBrowser } = await import('./installBrowser.mjs');
  return ensureBrowser();
}

/**
 * @param {() => Promise<string>} work
 * @returns {Promise<Outcome>}
 */
async function noted(work) {
  return { ok: true, output: '', note: await work() };
}

/**
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {string} [command]
 * @returns {Promise<Outcome>}
 */
async function tool(packageName, args, command = packageName) {
  const { code, output } = await runTool(packageName, args, { command });
  return { ok: code === 0, output };
}

/**
 * Runs one of our own checks; its last line is its summary.
 *
 * @param {string} file
 * @param {readonly string[]} [flags] of Node
 * @returns {Promise<Outcome>}
 */
async function script(file, flags = []) {
  const { code, output } = await run(process.execPath, [...flags, join('scripts', file)]);
  return { ok: code === 0, output, note: output.trimEnd().split('\n').at(-1) ?? '' };
}

/** @returns {Promise<Outcome>} */
function firefox() {
  // Node 20 has the WebSocket of browsers behind a flag, which later ones accept.
  return script('firefox.ts', ['--experimental-websocket', '--import', 'tsx']);
}

/**
 * Everything; then what runs in the page, without Node, and what runs in the worker, without the
 * page too.
 *
 * @returns {Promise<Outcome>}
 */
async function types() {
  for (const project of ['tsconfig.json', 'tsconfig.page.json', 'tsconfig.worker.json']) {
    const outcome = await tool('typescript', ['-p', project], 'tsc');
    if (!outcome.ok) return outcome;
  }
  return { ok: true, output: '' };
}

/** Of the unit tests, beside the browser tests. */
const GIVES_WAY = 10;

/** @returns {Promise<Outcome>} */
async function unitTests() {
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  // The browser tests beside them take longest.
  const result = await runTool('vitest', args, { niceness: GIVES_WAY });
  return reported('unit tests', result, report, (/** @type {UnitReport} */ found) => {
    const { numPassedTests, numFailedTests, testResults } = found;
    const brokenFiles = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
  });
}

/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} UnitReport */

/** @returns {Promise<Outcome>} */
async function browserTests() {
  const report = freshReport('browser.json');
  const result = await runTool('playwright', ['test', '--config', 'e2e'], {
    env: { SVAE_LAB_BROWSER: await browser(), SVAE_LAB_BROWSER_REPORT: report },
  });
  return reported('browser tests', result, report, (/** @type {BrowserReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} BrowserReport */

/**
 * @param {string} name
 * @returns {string} the path of a report, of which no earlier version is left to be mistaken for it
 */
function freshReport(name) {
  const path = join(root, 'test-results', 'reports', name);
  rmSync(path, { force: true });
  return path;
}

/**
 * What a test runner's report says. A runner that crashed leaves none: then a sentence says so, and
 * its output is kept in a file.
 *
 * @template Report
 * @param {string} what
 * @param {import('./processes.mjs').RunResult} result
 * @param {string} path
 * @param {(report: Report) => import('./runSteps.mjs').Tally} count
 * @returns {Outcome}
 */
export function reported(what, { code, output }, path, count) {
  let tests;
  try {
    tests = count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    const log = join(logs, `${what.replaceAll(' ', '-')}.log`);
    mkdirSync(logs, { recursive: true });
    writeFileSync(log, output);
    const sentence = `The ${what} ended without a report (exit code ${code}). Their output is in ${relative(root, log)}.`;
    return { ok: false, output: sentence };
  }
  const { passed, failed } = tests;
  return {
    // A run in which nothing was tested has not shown anything.
    ok: code === 0 && failed === 0 && passed > 0,
    output,
    note: `${passed} passed, ${failed} failed`,
    tests,
  };
}
