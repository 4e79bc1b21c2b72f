/** Chooses a backend by what counts: the time of real training steps on this machine. */
import { activateBackend, type BackendName } from './backend.ts';

/** A small training run made anew on each backend. */
export interface Trial {
  /** One training step, finished (results read back) when it returns. */
  step(): void;
  dispose(): void;
}

export interface BackendMeasurement {
  readonly backend: BackendName;
  /** Time of a step, the median over blocks of steps; null where the backend does not work or is far too slow. */
  readonly medianMs: number | null;
  /** Time until the backend ran smoothly: loading, compiling shaders, first steps. */
  readonly warmUpMs: number;
  /** Why there is no median, in words; else empty. */
  readonly reason: string;
}

export interface MeasuringOptions {
  /** Time for measured steps on each backend, ms. */
  readonly budgetMs?: number;
  /** A backend whose first steps take longer than this is left out if another one works, ms. */
  readonly warmUpLimitMs?: number;
  readonly now?: () => number;
  readonly activate?: typeof activateBackend;
}

const WARM_UP_STEPS = 3;
const MOST_WARM_UP_STEPS = 300;
/** Steps are timed in blocks this long: browsers blur their clocks, some to a whole millisecond. */
const BLOCK_MS = 10;
const MOST_BLOCK_STEPS = 100;

/**
 * Runs `createTrial()` on every candidate, then activates the fastest; `best` is null if none
 * works. Time-boxed: each backend gets its warm-up and `budgetMs`. What a trial throws counts as
 * "does not work".
 */
export async function measureBackends(
  candidates: readonly BackendName[],
  createTrial: () => Trial,
  options: MeasuringOptions = {},
): Promise<{
  readonly best: BackendName | null;
  readonly measurements: readonly BackendMeasurement[];
}> {
  const { activate = activateBackend } = options;
  const measurements: BackendMeasurement[] = [];
  for (const backend of candidates) {
    const activation = await activate(backend);
    measurements.push(
      activation.ok
        ? measure(backend, createTrial, measurements.some(works) ? options : patient(options))
        : { backend, medianMs: null, warmUpMs: 0, reason: activation.reason },
    );
  }
  let best: BackendMeasurement | null = null;
  for (const measurement of measurements) {
    if (measurement.medianMs === null) continue;
    if (best?.medianMs == null || measurement.medianMs < best.medianMs) best = measurement;
  }
  if (best) await activate(best.backend);
  return { best: best?.backend ?? null, measurements };
}

function works({ medianMs }: BackendMeasurement): boolean {
  return medianMs !== null;
}

/** On a machine too busy for any limit, something slow must do. */
function patient(options: MeasuringOptions): MeasuringOptions {
  return { ...options, warmUpLimitMs: Number.POSITIVE_INFINITY };
}

function measure(
  backend: BackendName,
  createTrial: () => Trial,
  options: MeasuringOptions,
): BackendMeasurement {
  const { budgetMs = 150, warmUpLimitMs = 1500, now = () => performance.now() } = options;
  const start = now();
  let trial: Trial | null = null;
  try {
    trial = createTrial();
    // Some steps for shaders, then about half the budget for the JavaScript compiler.
    for (
      let i = 0;
      i < WARM_UP_STEPS || (i < MOST_WARM_UP_STEPS && now() - start < budgetMs / 2);
      i++
    ) {
      trial.step();
      const spent = now() - start;
      if (spent > warmUpLimitMs) {
        const reason = `Its first steps took longer than ${warmUpLimitMs / 1000} s.`;
        return { backend, medianMs: null, warmUpMs: spent, reason };
      }
    }
    const warmUpMs = now() - start;
    const end = now() + budgetMs;
    const times: number[] = [];
    do times.push(timeBlock(trial, now));
    while (now() < end);
    return { backend, medianMs: median(times), warmUpMs, reason: '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { backend, medianMs: null, warmUpMs: now() - start, reason };
  } finally {
    trial?.dispose();
  }
}

/** Mean time of a step over one block, ms. */
function timeBlock(trial: Trial, now: () => number): number {
  const start = now();
  let steps = 0;
  let spent = 0;
  do {
    trial.step();
    steps += 1;
    spent = now() - start;
  } while (spent < BLOCK_MS && steps < MOST_BLOCK_STEPS);
  return spent / steps;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
