/**
 * What a step came to. `tests` are counted in the last line; `output` is shown when it failed.
 *
 * @typedef {{ ok: boolean, output: string, note?: string, tests?: Tally }} Outcome
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {object} Step
 * @property {string} name for the command line
 * @property {string} title
 * @property {readonly string[]} [needs] steps without which this one means nothing; they run
 *   before it, wanted or not
 * @property {() => Promise<Outcome>} check
 */

/**
 * @template {Pick<Step, 'name' | 'needs'>} Kind
 * @param {readonly Kind[]} steps
 * @param {readonly string[]} names none: all
 * @returns {readonly Kind[]} the steps of these names with all they need, in the order of the list
 * @throws {Error} if there is no step of a name
 */
export function selectSteps(steps, names) {
  if (names.length === 0) return steps;
  const selected = new Set();
  const select = (/** @type {string} */ name) => {
    const step = steps.find((step) => step.name === name);
    if (step === undefined) {
      const known = steps.map((step) => step.name).join(', ');
      throw new Error(`There is no step "${name}". The steps are: ${known}.`);
    }
    selected.add(step);
    for (const need of step.needs ?? []) select(need);
  };
  for (const name of names) select(name);
  return steps.filter((step) => selected.has(step));
}

/**
 * How many steps run at a time. Unit tests keep one core busy and so does the page that browser
 * tests open: two steps use two cores, and where there are more, the unit tests use them.
 */
const AT_A_TIME = 2;

/**
 * Runs the steps in their order, two at a time, each once what it needs has passed; goes on after
 * one has failed. Prints a line for each when it ends, then the steps that failed and how to run
 * each alone; the very last line is "N passed, N failed".
 *
 * @param {readonly Step[]} steps
 * @param {(line: string) => void} print
 * @param {(title: string) => void} [begin] called with the titles of the steps that run, whenever
 *   they change
 * @returns {Promise<Tally>} of the last line: tests, and one failure for each failed step that
 *   counts no failed test
 */
export async function runSteps(steps, print, begin = () => undefined) {
  const total = { passed: 0, failed: 0 };
  const waiting = new Set(steps);
  /** @type {Map<Step, Promise<void>>} */
  const running = new Map();
  /** @type {Map<string, string>} */
  const failed = new Map();

  const runOne = async (/** @type {Step} */ step) => {
    const { name, title, needs = [], check } = step;
    const started = performance.now();
    const missing = needs.find((need) => failed.has(need));
    const outcome = await outcomeOf(missing === undefined ? check : () => notRun(missing));
    running.delete(step);
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    print(`${outcome.ok ? '✓' : '✗'} ${title.padEnd(18)}${seconds} s  ${outcome.note ?? ''}`);
    const { passed, failed: failures } = outcome.tests ?? { passed: 0, failed: 0 };
    total.passed += passed;
    total.failed += outcome.ok ? failures : Math.max(failures, 1);
    if (outcome.ok) return;
    if (outcome.output !== '') print(`${outcome.output.trimEnd()}\n`);
    const why = missing === undefined ? '' : `   (not run: needs "${missing}")`;
    failed.set(name, `  ${title.padEnd(18)} npm test -- ${name}${why}`);
  };

  while (waiting.size > 0 || running.size > 0) {
    const unfinished = [...waiting, ...running.keys()].map(({ name }) => name);
    for (const step of waiting) {
      if (running.size === AT_A_TIME) break;
      if (step.needs?.some((need) => unfinished.includes(need))) continue;
      waiting.delete(step);
      running.set(step, runOne(step));
    }
    if (running.size === 0) throw new Error('The steps need each other in a circle.');
    begin([...running.keys()].map(({ title }) => title).join(', '));
    await Promise.race(running.values());
  }
  if (failed.size > 0) {
    print('\nThese steps failed. The command next to a step runs it alone, with what it needs:');
    for (const step of steps) if (failed.has(step.name)) print(failed.get(step.name) ?? '');
    print('A failed step counts as one failure, or as many as it has failed tests.');
  }
  print(`\n${total.passed} passed, ${total.failed} failed`);
  return total;
}

/**
 * @param {() => Outcome | Promise<Outcome>} check
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
  return { ok: false, output: '', note: `not run: the step "${missing}" failed` };
}
