/** How long a person who presses Play waits for the trained model, in the real page. */
import { adjustedRandIndex } from '../src/math/adjustedRandIndex.ts';
import { PLAY_SEEDS, STEPS } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { mean, median, spread } from './statistics.ts';

/** An index from which the five arms are found. */
const GOOD = 0.95;

export async function measurePlayTime(laboratory: Laboratory, full: boolean): Promise<Measurement> {
  const seeds = PLAY_SEEDS[full ? 'full' : 'short'];
  const seconds: number[] = [];
  const toGood: number[] = [];
  const indices: number[] = [];
  const backends = new Set<string>();
  const references: number[] = [];
  for (const seed of seeds) {
    const page = await openLab(laboratory, { seed });
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    const painted = page.evaluate((step) => window.svaeBench.paintedAtStep(step), STEPS);
    const labels = await page.evaluate(async () => {
      if (!window.svaeLab) throw new Error('The page has no scripting handle.');
      return (await window.svaeLab.snapshot()).labels as readonly number[];
    });
    const good = page.evaluate(
      ([truth, index]) =>
        window.svaeBench.paintedWhen(
          ({ assignments }: { readonly assignments: ArrayLike<number> }) =>
            window.svaeBench.adjustedRandIndex(truth, assignments) >= index,
        ),
      [labels, GOOD] as const,
    );
    await playAtFullSpeed(page);
    const [paintedAt, goodAt] = await Promise.all([painted, good]);
    const clickedAt = await page.evaluate(() => window.svaeBench.clickedAt());
    if (clickedAt === null) throw new Error('The click on Play did not reach the page.');
    seconds.push((paintedAt - clickedAt) / 1000);
    toGood.push((goodAt - clickedAt) / 1000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const { assignments, backend } = await page.evaluate(async () => {
      if (!window.svaeLab) throw new Error('The page has no scripting handle.');
      return window.svaeLab.snapshot();
    });
    indices.push(adjustedRandIndex(labels, assignments as number[]));
    backends.add(String(backend));
  }
  return {
    figures: [
      {
        name: `from Play to ${STEPS} steps, painted, in Chromium`,
        atLeast: lower(10, 'median 10 s'),
        aim: lower(3, '3 s'),
        value: median(seconds),
        measured: spread(seconds, 's', 2),
      },
      {
        name: `from Play to an adjusted Rand index of ${GOOD}, painted, in Chromium`,
        atLeast: lower(1, '1 s'),
        aim: lower(0.5, '0.5 s'),
        value: median(toGood),
        measured: spread(toGood, 's', 2),
      },
    ],
    run: `seeds ${seeds.join(', ')}, Chromium`,
    referenceMs: median(references),
    notes: [
      `From Play: a fresh visit for each of the seeds ${seeds.join(', ')}; backend ${[...backends].join(', ')}, chosen by the page; index reached ${mean(indices).toFixed(3)} on average.`,
    ],
  };
}
