/** What the engine asks of a part of the lab. */
import type { PartModel } from '../../shared/engine/partsEngine.ts';
import type { BoundsSettings } from '../settings.ts';
import type { PartView } from '../snapshot.ts';

export interface BoundsPart extends PartModel<PartView> {
  /** The bound, in nats. */
  value(): number;
  /** Settings that take effect at once. */
  update(settings: BoundsSettings): void;
}
