/** How long one EM iteration takes in Chromium. */
import { lower, type Measurement } from './figures.ts';
import { buildPageScript, type Laboratory } from './lab.ts';
import { median, spread } from './statistics.ts';

const ROWS = 10_000;
const CLUSTERS = 15;
const ITERATIONS = 100;

export async function measureEmSpeed(laboratory: Laboratory): Promise<Measurement> {
  const page = await laboratory.newPage();
  const content = await buildPageScript('emIteration');
  await page.addScriptTag({ content });
  const times = await page.evaluate(
    ([rows, clusters, count]) => window.emIterations(rows, clusters, count),
    [ROWS, CLUSTERS, ITERATIONS] as const,
  );
  const reference = await page.evaluate(() => window.svaeBench.referenceMs());
  return {
    figures: [
      {
        name: `one EM iteration of a Gaussian mixture in Chromium, ${ROWS.toLocaleString('en-US')} points, ${CLUSTERS} clusters`,
        atLeast: lower(5, '5 ms'),
        aim: null,
        value: median(times),
        measured: spread(times, 'ms'),
      },
    ],
    run: `${ITERATIONS} iterations, Chromium`,
    referenceMs: reference,
    notes: [
      `EM in Chromium: ${ITERATIONS} iterations of the engine after a warm-up of 30, E-step, M-step, bound and bookkeeping, in a page of its own.`,
    ],
  };
}
