/** What labs bring to be timed: a hand on the stage, up to the painted picture; and steps in Node. */
import type { Page } from 'playwright';
import type { TimedExample } from '../src/labs/examples.fixture.ts';
import { loadLab } from '../src/labs/registry.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { dragAndWatch, partsInWords, pressAndWatch, thereAndBack } from './answers.ts';
import { DRAG, SEED } from './config.ts';
import { type Figure, lower, type Measurement } from './figures.ts';
import { type Laboratory, openAgain, openLab } from './lab.ts';
import { referenceMs } from './referenceWork.ts';
import { median, quantile, spread } from './statistics.ts';

const PRESSES = 40;
const barsOf = ({ bars: [atMost, aim] = [33, 16] }: Pick<TimedExample, 'bars'>) => ({
  atLeast: lower(atMost, `${atMost} ms`),
  aim: lower(aim, `${aim} ms`),
});
const REPEATS = 60;
/** Before the clock runs: the compiler has to have seen the code. */
const WARM_UP = 20;

/** From the hand to the painted picture, for each example of a lab. */
export async function measureTimedExamples(
  laboratory: Laboratory,
  lab: string,
  timed: readonly TimedExample[],
): Promise<Measurement> {
  const figures: Figure[] = [];
  const references: number[] = [];
  const notes: string[] = [];
  // One page for all: opening it takes longer than what is timed.
  const page = await openLab(laboratory, { lab });
  for (const example of timed) {
    const { name, what } = example;
    const isDrag = what !== 'step' && 'drag' in what;
    const row = {
      name: `${lab}: ${name}${isDrag ? ', dragged,' : ''} to painted picture, 95th percentile`,
      ...barsOf(example),
    };
    try {
      await prepare(page, lab, example);
      references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
      const { latencies, note } = await answersTo(page, what);
      const high = quantile(latencies, 0.95);
      const measured = `${high.toFixed(1)} ms (median ${median(latencies).toFixed(1)})`;
      figures.push({ ...row, value: high, measured });
      if (note !== null) notes.push(`${name}: ${note}`);
    } catch (error) {
      // The other examples are measured all the same.
      figures.push({ ...row, value: Number.NaN, measured: 'not measured' });
      notes.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return {
    figures,
    run: `seed ${SEED}, ${DRAG.moves} moves or ${PRESSES} presses, Chromium`,
    ...(references.length > 0 && { referenceMs: median(references) }),
    notes: notes.length > 0 ? [`${lab}, from hand to picture: ${notes.join('; ')}.`] : [],
  };
}

async function prepare(page: Page, lab: string, example: TimedExample): Promise<void> {
  const { settings, trained = 0, edits = [] } = example;
  await openAgain(page, { lab, settings });
  if (trained > 0) await page.evaluate((steps) => window.svaeLab?.train(steps), trained);
  for (const edit of edits) await page.evaluate((one) => window.svaeLab?.edit(one), edit);
  // A handle that was dragged has the focus, and would take the keys that step.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

async function answersTo(
  page: Page,
  what: TimedExample['what'],
): Promise<{ readonly latencies: readonly number[]; readonly note: string | null }> {
  if (what === 'step') {
    const keys = Array(PRESSES).fill('ArrowRight');
    const latencies = await pressAndWatch(page, keys, { isStep: true });
    return { latencies, note: missedInWords(latencies) };
  }
  if ('press' in what) {
    await page.getByRole('slider', { name: what.press, exact: true }).first().focus();
    const latencies = await pressAndWatch(page, thereAndBack(what.keys, PRESSES, what.inARow));
    return { latencies, note: missedInWords(latencies) };
  }
  const moves = await dragAndWatch(page, what.drag);
  return {
    latencies: moves.map(({ total }) => total),
    note: `${moves.length} of ${DRAG.moves} moves followed, of the median ${partsInWords(moves)}`,
  };
}

/** Keys without a picture are in no percentile, so they are told. */
function missedInWords({ length }: readonly number[]): string | null {
  const missed = PRESSES - length;
  return missed === 0 ? null : `${missed} of ${PRESSES} keys led to no picture and are left out`;
}

/** The engine's part of steps, in Node: new edits, a step, a snapshot. */
export async function measureExampleSteps(
  lab: string,
  timed: readonly TimedExample[],
): Promise<Measurement> {
  const { table, makeDataset, create } = await loadLab(lab);
  const figures = timed
    .filter(({ what }) => what === 'step')
    .map((example): Figure => {
      const { name, settings: asked, edits = [] } = example;
      const settings = validateSettings(table, asked).values;
      const dataset = makeDataset(settings, SEED, null);
      const engine = create({ settings, dataset, seed: SEED });
      const times = Array.from({ length: WARM_UP + REPEATS }, () => {
        engine.setEdits?.([]);
        const start = performance.now();
        engine.setEdits?.(edits);
        engine.train();
        engine.snapshot();
        return performance.now() - start;
      }).slice(WARM_UP);
      return {
        name: `${lab}: ${name}, edits, step and snapshot in Node`,
        ...barsOf(example),
        value: quantile(times, 0.95),
        measured: spread(times, 'ms', 2),
      };
    });
  return { figures, run: `${REPEATS} times, Node`, referenceMs: referenceMs(), notes: [] };
}
