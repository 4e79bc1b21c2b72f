/** What the engine asks of a part of the lab. */
import type { FailedStatus } from '../../../math/status.ts';
import type { BoundsSettings } from '../settings.ts';
import type { BoundsSnapshot } from '../snapshot.ts';

export interface PartModel {
  /** What training changes: of a fixed length for settings that do not start a new run. */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** One more set of draws; names a value that is not finite. */
  train(): FailedStatus | null;
  /** The bound as measured, in nats. */
  value(): number;
  view(): Omit<BoundsSnapshot, 'kind'>;
  /** Figures for the command line, exact ones next to those that were measured. */
  measure(): Readonly<Record<string, unknown>>;
  /** Settings that take effect at once. */
  update(settings: BoundsSettings): void;
  /** The state has been written into from outside. */
  restored(): void;
}
