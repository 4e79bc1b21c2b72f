/** What labs bring to be timed: a hand on the stage, up to the painted picture; and steps in Node. */
import type { TimedExample } from '../src/labs/examples.fixture.ts';
import { loadLab } from '../src/labs/registry.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { dragAndWatch, fiveOfEach, partsInWords, pressAndWatch } from './answers.ts';
import { DRAG, SEED } from './config.ts';
import { type Figure, lower, type Measurement } from './figures.ts';
import { type Laboratory, openAgain, openLab } from './lab.ts';
import { referenceMs } from './referenceWork.ts';
import { median, quantile, spread } from './statistics.ts';

const PRESSES = 60;
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
    const { name, settings, trained = 0, edits = [], what } = example;
    await openAgain(page, { lab, settings });
    if (trained > 0) await page.evaluate((steps) => window.svaeLab?.train(steps), trained);
    for (const edit of edits) await page.evaluate((one) => window.svaeLab?.edit(one), edit);
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    let latencies: readonly number[];
    if (what !== 'step' && 'press' in what) {
      await page.getByRole('slider', { name: what.press, exact: true }).first().focus();
      latencies = await pressAndWatch(page, fiveOfEach(what.keys, PRESSES));
    } else if (what === 'step') {
      latencies = await pressAndWatch(page, Array(PRESSES).fill('ArrowRight'), { isStep: true });
    } else {
      const moves = await dragAndWatch(page, what.drag);
      latencies = moves.map(({ total }) => total);
      notes.push(
        `${name}: ${moves.length} of ${DRAG.moves} moves followed, of the median ${partsInWords(moves)}`,
      );
    }
    const high = quantile(latencies, 0.95);
    figures.push({
      name: `${lab}: ${name}${what !== 'step' && 'drag' in what ? ', dragged,' : ''} to painted picture, 95th percentile`,
      ...barsOf(example),
      value: high,
      measured: `${high.toFixed(1)} ms (median ${median(latencies).toFixed(1)})`,
    });
  }
  return {
    figures,
    run: `seed ${SEED}, ${DRAG.moves} moves or ${PRESSES} presses, Chromium`,
    referenceMs: median(references),
    notes: notes.length > 0 ? [`${lab}, from hand to picture: ${notes.join('; ')}.`] : [],
  };
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
