/** How long one EM iteration takes in Chromium. */
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, workInPage } from './lab.ts';
import { median, spread } from './statistics.ts';

export async function measureEmSpeed(laboratory: Laboratory): Promise<Measurement> {
  const { times, referenceMs } = await workInPage(laboratory, 'emIterations');
  return {
    figures: [
      {
        name: 'one EM iteration of a Gaussian mixture in Chromium, 10,000 points, 15 clusters',
        atLeast: lower(5, '5 ms'),
        aim: null,
        value: median(times),
        measured: spread(times, 'ms'),
      },
    ],
    run: `${times.length} iterations, Chromium`,
    referenceMs,
    notes: ['E-step, M-step, bound and bookkeeping of the engine, in a page of its own.'],
  };
}
