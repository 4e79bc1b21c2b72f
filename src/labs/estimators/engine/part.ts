/** What the engine asks of a part of the lab. */
import type { FailedStatus } from '../../../math/status.ts';
import type { EstimatorsSettings } from '../settings.ts';
import type { DrawsView, RaceView } from '../snapshot.ts';
import type { Target } from './target.ts';

export interface PartModel {
  /** What training changes, as it is: of a fixed length for these settings. */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** One step; names a value that is not finite. */
  train(): FailedStatus | null;
  /** What training raises, of this f. */
  value(target: Target): number;
  view(): DrawsView | RaceView;
  /** Figures for the command line, exact ones next to those that were measured. */
  measure(): Readonly<Record<string, unknown>>;
  /** Another f, or other settings that take effect at once. */
  update(settings: EstimatorsSettings, target: Target): void;
  /** The state has been written into from outside. */
  restored(): void;
}
