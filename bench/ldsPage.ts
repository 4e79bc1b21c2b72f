/** The SVAE-LDS in the real page: how long until it forecasts, and how quickly it answers a hand. */
import { pressAndWatch, thereAndBack } from './answers.ts';
import { PLAY_SEEDS } from './config.ts';
import { type Figure, lower, type Measurement, overReference } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { median, quantile, spread } from './statistics.ts';

const LAB = 'svae-lds';
/** Steps after which every seed forecasts well below the bar. */
const STEPS = 200;
const PRESSES = 60;
/** How far the period may be off, relatively. */
const GOOD = 0.01;

/** Of the snapshot. */
interface Periods {
  readonly period: number | null;
  readonly truePeriod: number | null;
}

/** From Play to a forecast, 1 to 100 steps ahead, that is good. */
export async function measureLdsPlayTime(
  laboratory: Laboratory,
  full: boolean,
): Promise<Measurement> {
  const seeds = PLAY_SEEDS[full ? 'full' : 'short'];
  const seconds: number[] = [];
  const toGood: number[] = [];
  const errors: number[] = [];
  const references: number[] = [];
  for (const seed of seeds) {
    const page = await openLab(laboratory, { lab: LAB, seed });
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    const painted = page.evaluate((step) => window.svaeBench.paintedAtStep(step), STEPS);
    const good = page.evaluate(
      (off) =>
        window.svaeBench.paintedWhen(({ period, truePeriod }: Periods) =>
          truePeriod === null ? false : Math.abs((period ?? 0) / truePeriod - 1) <= off,
        ),
      GOOD,
    );
    await playAtFullSpeed(page);
    const [paintedAt, goodAt] = await Promise.all([painted, good]);
    const clickedAt = await page.evaluate(() => window.svaeBench.clickedAt());
    if (clickedAt === null) throw new Error('The click on Play did not reach the page.');
    seconds.push((paintedAt - clickedAt) / 1000);
    toGood.push((goodAt - clickedAt) / 1000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const ahead = await page.evaluate(async () => {
      if (!window.svaeLab) throw new Error('The page has no scripting handle.');
      const { errors: found } = await window.svaeLab.snapshot();
      return (found as { readonly ahead: number }).ahead;
    });
    errors.push(ahead);
  }
  return {
    figures: [
      {
        name: `LDS: from Play to ${STEPS} steps, painted, in Chromium`,
        atLeast: lower(60, 'median 60 s'),
        aim: lower(15, '15 s'),
        value: median(seconds),
        measured: spread(seconds, 's', 2),
      },
      {
        name: 'LDS: from Play to a period within 1 % of the truth, painted, in Chromium',
        atLeast: lower(4, '4 s'),
        aim: lower(2, '2 s'),
        value: median(toGood),
        measured: spread(toGood, 's', 2),
      },
    ],
    run: `seeds ${seeds.join(', ')}, Chromium`,
    referenceMs: median(references),
    notes: [
      `LDS, from Play: a fresh visit for each of the seeds ${seeds.join(', ')}; forecast up to 100 steps ahead by then, mean squared error: ${spread(errors, '', 4)}.`,
    ],
  };
}

/** From a key on a column's slider and on the dial to the repainted prediction. */
export async function measureLdsDrag(laboratory: Laboratory): Promise<Measurement> {
  const page = await openLab(laboratory, { lab: LAB });
  await page.evaluate((steps) => window.svaeLab?.train(steps), STEPS);
  const reference = await page.evaluate(() => window.svaeBench.referenceMs());
  const figures: Figure[] = [];
  for (const [what, name, keys] of [
    ['column scale', 'Column 2 factor', ['ArrowUp', 'ArrowDown']],
    ['dial', 'Frequency', ['ArrowLeft', 'ArrowRight']],
  ] as const) {
    await page.getByRole('slider', { name, exact: true }).focus();
    const latencies = await pressAndWatch(page, thereAndBack(keys, PRESSES));
    const high = quantile(latencies, 0.95);
    const figure = {
      name: `LDS: ${what} to repainted prediction, 95th percentile`,
      atLeast: lower(50, '50 ms'),
      aim: lower(16, '16 ms'),
      value: high,
      measured: `${high.toFixed(1)} ms (median ${median(latencies).toFixed(1)})`,
    };
    figures.push(figure, overReference(figure, reference, [0.75, 0.5]));
  }
  return {
    figures,
    run: `${PRESSES} presses, Chromium`,
    referenceMs: reference,
    notes: [
      `LDS, edited by keys: ${STEPS} steps trained, prediction of 200 steps as the mean of 50 samples, ${PRESSES} presses of arrow keys each, one after the other; from the key's own time stamp to the end of the main thread's frame with the new prediction.`,
    ],
  };
}
