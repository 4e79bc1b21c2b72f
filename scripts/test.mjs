// Sets everything up and runs every check. `npm test -- types unit` runs some of them.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { root, run, runTool } from './processes.mjs';

/**
 * What a step came to. `tests` are counted in the last line; `output` is shown when it failed.
 *
 * @typedef {{ ok: boolean, output: string, note?: string, tests?: Tally }} Outcome
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {object} Step
 * @property {string} name for the command line
 * @property {string} title
 * @property {string[]} [needs] steps without which this one means nothing
 * @property {boolean} [counts] whether it runs tests, which the last line sums up
 * @property {() => Promise<Outcome>} check
 */

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'lint',
    title: 'format and lint',
    check: () => tool('@biomejs/biome', ['check', '--error-on-warnings'], 'biome'),
  },
  { name: 'imports', title: 'import directions', check: () => script('check-imports.mjs') },
  { name: 'unused', title: 'unused code', check: () => tool('knip', []) },
  { name: 'types', title: 'types', check: () => tool('typescript', ['--noEmit'], 'tsc') },
  { name: 'unit', title: 'unit tests', counts: true, check: unitTests },
  { name: 'build', title: 'build', check: () => tool('vite', ['build', '--logLevel', 'warn']) },
  {
    name: 'size',
    title: 'size of the page',
    needs: ['build'],
    check: () => script('check-bundle-size.mjs'),
  },
  {
    name: 'browser',
    title: 'browser tests',
    needs: ['build'],
    counts: true,
    check: browserTests,
  },
];

try {
  const wanted = selectSteps(process.argv.slice(2));
  await ensureDependencies();
  const total = await runSteps(wanted);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {readonly string[]} names none: all
 * @returns {readonly Step[]}
 */
function selectSteps(names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    const known = steps.map((step) => step.name).join(', ');
    throw new Error(`There is no step "${unknown}". The steps are: ${known}.`);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

/**
 * Runs the steps one after the other, failed ones included, and prints a line for each.
 *
 * @param {readonly Step[]} wanted
 * @returns {Promise<Tally>}
 */
async function runSteps(wanted) {
  const total = { passed: 0, failed: 0 };
  /** @type {Set<string>} */
  const failed = new Set();
  for (const { name, title, needs = [], counts = false, check } of wanted) {
    const started = performance.now();
    if (process.stdout.isTTY) process.stdout.write(`… ${title}`);
    const missing = needs.find((need) => failed.has(need));
    const outcome = missing === undefined ? await outcomeOf(check) : notRun(missing);
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    const clearLine = process.stdout.isTTY ? '\r\u001b[K' : '';
    const mark = outcome.ok ? '✓' : '✗';
    console.log(`${clearLine}${mark} ${title.padEnd(18)}${seconds} s  ${outcome.note ?? ''}`);
    if (!outcome.ok) {
      console.log(`${outcome.output.trimEnd()}\n`);
      failed.add(name);
      process.exitCode = 1;
    }
    // Tests that could not be run have not passed.
    const tests = outcome.tests ?? { passed: 0, failed: counts ? 1 : 0 };
    total.passed += tests.passed;
    total.failed += tests.failed;
  }
  return total;
}

/**
 * @param {() => Promise<Outcome>} check
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(check) {
  try {
    return await check();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns {Outcome} */
function notRun(/** @type {string} */ missing) {
  return { ok: false, output: `Not run, because the step "${missing}" failed.` };
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
 * @returns {Promise<Outcome>}
 */
async function script(file) {
  const { code, output } = await run(process.execPath, [join('scripts', file)]);
  return { ok: code === 0, output, note: output.trimEnd().split('\n').at(-1) ?? '' };
}

/** @returns {Promise<Outcome>} */
async function unitTests() {
  const report = freshReport('unit.json');
  const { code, output } = await runTool('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return counted(code, output, numPassedTests, numFailedTests + brokenFiles.length);
}

/** @returns {Promise<Outcome>} */
async function browserTests() {
  // Not at the top: it needs the dependencies.
  const { ensureBrowser } = await import('./browser.mjs');
  const browser = await ensureBrowser();
  const report = freshReport('browser.json');
  const { code, output } = await runTool('playwright', ['test', '--config', 'e2e'], {
    env: { SVAE_LAB_BROWSER: browser, SVAE_LAB_BROWSER_REPORT: report },
  });
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  return counted(code, output, stats.expected, stats.unexpected + stats.flaky);
}

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
 * @param {number} code
 * @param {string} output
 * @param {number} passed
 * @param {number} failed
 * @returns {Outcome}
 */
function counted(code, output, passed, failed) {
  return {
    // A run in which nothing was tested has not shown anything.
    ok: code === 0 && failed === 0 && passed > 0,
    output,
    note: `${passed} passed, ${failed} failed`,
    tests: { passed, failed },
  };
}
