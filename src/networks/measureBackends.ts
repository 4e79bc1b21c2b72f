/** Chooses a backend by what counts: the time of real training steps on this machine. */
import { activateBackend, type BackendName } from './backend.ts';

/** A small training run, repeated on each backend. */
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
/** A backend this many times slower than the fastest is not measured again. */
const REACH = 5;

/**
 * Runs `createTrial()` on every candidate, then activates the fastest; `best` is null if none
 * works. Time-boxed: each backend gets its warm-up and `budgetMs`, twice if it may be the fastest.
 * What a trial throws counts as "does not work".
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
  // All run the same JavaScript around their kernels. The compiler has it ready for the last, not
  // for the first, so those that may be the fastest run once more.
  const contenders = withinReach(measurements);
  for (const contender of contenders.length > 1 ? contenders : []) {
    if (!(await activate(contender.backend)).ok) continue;
    const again = measure(contender.backend, createTrial, options);
    if (again.medianMs !== null && again.medianMs < (contender.medianMs ?? 0)) {
      measurements[measurements.indexOf(contender)] = { ...contender, medianMs: again.medianMs };
    }
  }
  const [best = null] = withinReach(measurements);
  if (best) await activate(best.backend);
  return { best: best?.backend ?? null, measurements };
}

/** The fastest and those not much slower, fastest first. */
function withinReach(measurements: readonly BackendMeasurement[]): BackendMeasurement[] {
  const working = measurements.filter(works).sort((a, b) => (a.medianMs ?? 0) - (b.medianMs ?? 0));
  return working.filter(({ medianMs }) => (medianMs ?? 0) <= REACH * (working[0].medianMs ?? 0));
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
