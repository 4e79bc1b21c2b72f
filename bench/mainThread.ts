/** How long the page is at most deaf while it trains at full speed. */
import type { Page } from 'playwright';
import { MAIN_THREAD, SEED } from './config.ts';
import { lower, type Measurement, overReference } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { quantile } from './statistics.ts';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
/** What a task spends its time on, by the names Chromium gives it. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  script: ['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction'],
  'style and layout': ['UpdateLayoutTree', 'Layout'],
  painting: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
  'garbage collection': ['MinorGC', 'MajorGC'],
};

/** An event of Chromium's trace, as far as it is used here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
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
  const { tasks, longest, longestInWords } = await tracedTasks(laboratory, page, () =>
    page.waitForTimeout(watchedMs),
  );
  const gap = await page.evaluate(() => window.svaeBench.longestFrameGap());
  const durations = tasks.map(({ dur = 0 }) => dur / 1000);
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
      `Chromium's trace after ${MAIN_THREAD.warmUpMs / 1000} s of training; the longest task: ${longestInWords}; of any task at most ${busy.toFixed(1)} ms of it; 99th percentile of the tasks over 1 ms ${quantile(framework, 0.99).toFixed(1)} ms; longest distance of two animation frames ${gap.toFixed(1)} ms.`,
    ],
  };
}

interface TracedTasks {
  readonly tasks: readonly TraceEvent[];
  /** Milliseconds of the longest one. */
  readonly longest: number;
  /** Where they went: "script 12.1 ms, style and layout 8.0 ms, …"; what is no processor time waited for a core. */
  readonly longestInWords: string;
}

/** The tasks of the page's main thread during some work. */
export async function tracedTasks(
  { browser }: Laboratory,
  page: Page,
  work: () => Promise<unknown>,
): Promise<TracedTasks> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const trace = await browser.stopTracing();
  const events = ofMainThread(JSON.parse(trace.toString()).traceEvents);
  const tasks = events.filter(({ name }) => name === 'RunTask');
  if (tasks.length === 0) throw new Error('The trace names no task of the main thread.');
  const longest = tasks.reduce((a, b) => ((b.dur ?? 0) > (a.dur ?? 0) ? b : a));
  const ofProcessor = `processor time ${((longest.tdur ?? 0) / 1000).toFixed(1)} ms`;
  return {
    tasks,
    longest: (longest.dur ?? 0) / 1000,
    longestInWords: `${partsOf(longest, events)}; ${ofProcessor}`,
  };
}

/** Of the renderer's main thread; the page is the only one there is. */
function ofMainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return events.filter(({ pid, tid }) => mainThreads.has(`${pid}/${tid}`));
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const end = task.ts + (task.dur ?? 0);
  const inside = events
    .filter(({ ts, dur = 0 }) => dur > 0 && ts >= task.ts && ts + dur <= end)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const own = new Map<string, number>();
  const open: TraceEvent[] = [];
  const add = (event: TraceEvent, time: number) => {
    const part = Object.entries(PARTS).find(([, names]) => names.includes(event.name))?.[0];
    const name = part ?? 'other';
    own.set(name, (own.get(name) ?? 0) + time / 1000);
  };
  for (const event of inside) {
    while (open.length > 0 && ends(open[open.length - 1]) <= event.ts) open.pop();
    add(event, event.dur ?? 0);
    // What is inside another event is that event's no longer.
    if (open.length > 0) add(open[open.length - 1], -(event.dur ?? 0));
    open.push(event);
  }
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .map(([name, time]) => `${name} ${time.toFixed(1)} ms`)
    .join(', ');
}

const ends = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
