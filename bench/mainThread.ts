/** How long the page is at most deaf while it trains at full speed. */
import type { Page } from 'playwright';
import { MAIN_THREAD, SEED } from './config.ts';
import { lower, type Measurement, overReference } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { quantile } from './statistics.ts';

const CATEGORIES = ['disabled-by-default-devtools.timeline', '__metadata'];

/** An event of Chromium's trace, as far as it is used here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * @param lab the first lab by default
 * @param what trains, in the words of the table
 */
export async function measureMainThread(
  laboratory: Laboratory,
  full: boolean,
  lab?: string,
  what = '',
): Promise<Measurement> {
  const watchedMs = MAIN_THREAD.watchedMs[full ? 'full' : 'short'];
  const page = await openLab(laboratory, lab === undefined ? {} : { lab });
  const reference = await page.evaluate(() => window.svaeBench.referenceMs());
  await playAtFullSpeed(page);
  await page.waitForTimeout(MAIN_THREAD.warmUpMs);
  await page.evaluate(() => window.svaeBench.watchFrames());
  const tasks = await tracedTasks(laboratory, page, () => page.waitForTimeout(watchedMs));
  const gap = await page.evaluate(() => window.svaeBench.longestFrameGap());
  const durations = tasks.map(({ dur = 0 }) => dur / 1000);
  const longest = Math.max(...durations);
  const busy = Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
  const framework = durations.filter((duration) => duration > 1);
  const figure = {
    name: `${what}longest main-thread task while training at full speed`,
    atLeast: lower(50, '50 ms'),
    aim: lower(16, '16 ms'),
    value: longest,
    measured: `${longest.toFixed(1)} ms`,
  };
  return {
    figures: [figure, overReference(figure, reference, [0.7, 0.4])],
    run: `seed ${SEED}, ${watchedMs / 1000} s of training, Chromium`,
    referenceMs: reference,
    notes: [
      `Chromium's trace after ${MAIN_THREAD.warmUpMs / 1000} s of training; the longest task took ${busy.toFixed(1)} ms of processor time at most; 99th percentile of the tasks over 1 ms ${quantile(framework, 0.99).toFixed(1)} ms; longest distance of two animation frames ${gap.toFixed(1)} ms.`,
    ],
  };
}

/** The tasks of the page's main thread during some work. */
export async function tracedTasks(
  { browser }: Laboratory,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const trace = await browser.stopTracing();
  return mainThreadTasks(JSON.parse(trace.toString()).traceEvents);
}

/** Tasks of the renderer's main thread; the page is the only one there is. */
function mainThreadTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && mainThreads.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace names no task of the main thread.');
  return tasks;
}
