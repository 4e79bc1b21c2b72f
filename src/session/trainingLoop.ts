/** Carries out training orders, in slices between which the worker answers. */
import type { Speed, TrainingOrder } from './protocol.ts';
import type { Running } from './running.ts';
import { StepPacer } from './stepPacer.ts';

/** Waits that are not worth a timer. */
const SHORTEST_WAIT_MS = 4;
/** The longest, after which the loop sees what has changed. */
const LONGEST_WAIT_MS = 100;

export interface LoopHost {
  /** The run to train; null while it cannot be trained. */
  readonly run: () => Running | null;
  /** How long the next slice may take. */
  readonly sliceMs: () => number;
  /** After a slice, with the steps taken in it. */
  readonly onSlice: (run: Running, steps: number) => void;
  /** There is nothing to train any more; `hasConverged`: the run has come to rest by itself. */
  readonly onRest: (hasConverged: boolean) => void;
}

export class TrainingLoop {
  private readonly host: LoopHost;
  private speed: Speed | null = null;
  private stepsLeft = 0;
  /** The latest order. */
  order = 0;
  private readonly awaitingSteps: (() => void)[] = [];
  /** Whether slices follow one another. */
  isLooping = false;
  private readonly pacer = new StepPacer();
  private readonly channel = new MessageChannel();

  constructor(host: LoopHost) {
    this.host = host;
    this.channel.port1.onmessage = () => this.slice();
  }

  get isTraining(): boolean {
    return this.speed !== null || this.stepsLeft > 0;
  }

  get stepsPerSecond(): number {
    return this.pacer.stepsPerSecond();
  }

  obey(training: TrainingOrder | null, run: Running): void {
    if (training === null) {
      this.stop();
      return;
    }
    const { order, speed, steps } = training;
    if (order === this.order) {
      if (this.speed === null || this.speed === speed) return;
    } else {
      this.stop();
      this.order = order;
      run.breakdown = null;
      this.stepsLeft = steps ?? 0;
    }
    if (steps === null) this.speed = speed;
    this.pacer.start(speed, run.engine.step);
    this.wake();
  }

  /** Resolves when the steps of an order have been taken or cut short. */
  async finished(order: number): Promise<void> {
    if (order !== this.order || this.stepsLeft === 0) return;
    await new Promise<void>((resolve) => {
      this.awaitingSteps.push(resolve);
    });
  }

  stop(): void {
    this.speed = null;
    this.stepsLeft = 0;
    this.finish();
  }

  /** Goes on with what there is to train, if anything. */
  wake(): void {
    if (this.isLooping || !this.isTraining) return;
    this.isLooping = true;
    this.channel.port2.postMessage(null);
  }

  /** The loop is not to be used again. */
  close(): void {
    this.stop();
    this.channel.port1.close();
  }

  private slice(): void {
    const run = this.host.run();
    const hasConverged = this.speed !== null && run?.engine.converged === true;
    // Steps that were asked for by number are taken all the same.
    if (hasConverged) this.speed = null;
    if (!run || !this.isTraining) {
      this.isLooping = false;
      this.host.onRest(hasConverged);
      return;
    }
    const end = performance.now() + this.host.sliceMs();
    let steps = 0;
    while (this.mayStep(run, steps) && performance.now() < end) {
      const result = run.step();
      if (result === 'under-way') continue;
      if (result === 'broken-down') this.stop();
      if (result !== 'taken') break;
      steps += 1;
      if (this.stepsLeft > 0 && --this.stepsLeft === 0) this.finish();
    }
    if (steps > 0) this.pacer.count(steps);
    this.host.onSlice(run, steps);
    const wait = this.speed === null ? 0 : this.pacer.waitMs();
    if (wait > SHORTEST_WAIT_MS) setTimeout(() => this.slice(), Math.min(wait, LONGEST_WAIT_MS));
    else this.channel.port2.postMessage(null);
  }

  private mayStep(run: Running, stepsInSlice: number): boolean {
    if (this.stepsLeft > 0) return true;
    if (this.speed === null || run.engine.converged) return false;
    return this.pacer.isDue(stepsInSlice);
  }

  private finish(): void {
    for (const resolve of this.awaitingSteps.splice(0)) resolve();
  }
}
