/** A part of a lab that learns from sets of draws: its numbers are checked before each step, its view is made once. */
import type { FailedStatus } from '../../../math/status.ts';
import type { PartModel } from './partsEngine.ts';

export abstract class DrawnPart<Settings, View> implements PartModel<View> {
  abstract readonly state: Readonly<Record<string, Float64Array>>;
  /** What a number of the state is: "sum over log weights". */
  protected abstract readonly inWords: string;
  private seen: View | null = null;

  /** Each set of draws has a stream of its own, from the seed: nothing of the random numbers is saved. */
  constructor(
    protected settings: Settings,
    protected readonly seed: number,
  ) {}

  /** One step, or one more set of draws; the state is finite. */
  protected abstract advance(): void;
  protected abstract look(): View;
  abstract measure(): Readonly<Record<string, unknown>>;

  train(): FailedStatus | null {
    // A loop: over the ten thousand numbers of a race `findIndex` takes a tenth of a step.
    for (const values of Object.values(this.state))
      for (let index = 0; index < values.length; index++)
        if (!Number.isFinite(values[index]))
          return { ok: false, what: this.inWords, value: values[index], index };
    this.advance();
    return null;
  }

  restored(): void {
    this.forget();
  }

  /** Settings that take effect at once. @returns the ones before */
  protected take(settings: Settings): Settings {
    const before = this.settings;
    this.settings = settings;
    this.forget();
    return before;
  }

  view(): View {
    this.seen ??= this.look();
    return structuredClone(this.seen);
  }

  /** What is shown has changed. */
  protected forget(): void {
    this.seen = null;
  }
}
