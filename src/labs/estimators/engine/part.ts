/** What the engine asks of a part of the lab. */
import type { NamedArrays } from '../../engine.ts';
import type { PartModel } from '../../shared/engine/partsEngine.ts';
import type { EstimatorsSettings } from '../settings.ts';
import type { DrawsView, RaceView } from '../snapshot.ts';
import type { Target } from './target.ts';

export interface EstimatorsPart extends PartModel<DrawsView | RaceView> {
  /** What training raises, of this f. */
  value(target: Target): number;
  /** Another f, or other settings that take effect at once. */
  update(settings: EstimatorsSettings, target: Target): void;
  /** For NumPy, see `estimatorsArrays`. */
  arrays(): NamedArrays;
}
