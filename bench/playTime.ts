/** How long a person who presses Play waits for the trained model, in the real page. */
import { adjustedRandIndex } from '../src/math/adjustedRandIndex.ts';
import { PLAY_SEEDS, STEPS } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { mean, median, spread } from './statistics.ts';

export async function measurePlayTime(laboratory: Laboratory): Promise<Measurement> {
  const seconds: number[] = [];
  const indices: number[] = [];
  const backends = new Set<string>();
  const references: number[] = [];
  for (const seed of PLAY_SEEDS) {
    const page = await openLab(laboratory, { seed });
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    const painted = page.evaluate((step) => window.svaeBench.paintedAtStep(step), STEPS);
    await playAtFullSpeed(page);
    const paintedAt = await painted;
    const clickedAt = await page.evaluate(() => window.svaeBench.clickedAt());
    if (clickedAt === null) throw new Error('The click on Play did not reach the page.');
    seconds.push((paintedAt - clickedAt) / 1000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const { labels, assignments, backend } = await page.evaluate(async () => {
      if (!window.svaeLab) throw new Error('The page has no scripting handle.');
      return window.svaeLab.snapshot();
    });
    indices.push(adjustedRandIndex(labels as number[], assignments as number[]));
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
    ],
    run: `seeds ${PLAY_SEEDS.join(', ')}, Chromium`,
    referenceMs: median(references),
    notes: [
      `From Play: a fresh visit for each of the seeds ${PLAY_SEEDS.join(', ')}; backend ${[...backends].join(', ')}, chosen by the page; index reached ${mean(indices).toFixed(3)} on average.`,
    ],
  };
}
