/** The parts of the lab of importance-weighted bounds behind one engine. */
import type { Engine, EngineRequest, NamedArrays, NoRows, ObjectiveTerms } from '../../engine.ts';
import type { OfKind } from '../../lab.ts';
import { PartsEngine } from '../../shared/engine/partsEngine.ts';
import { type BoundsSettings, boundsTable } from '../settings.ts';
import type { BoundsSnapshot } from '../snapshot.ts';
import { AnnealingModel } from './annealing.ts';
import { boundsArraysOf } from './arrays.ts';
import { FilterModel } from './filter.ts';
import type { BoundsPart } from './part.ts';
import { SignalModel } from './signal.ts';
import { WeightsModel } from './weights.ts';

const PARTS: Readonly<
  Record<BoundsSettings['part'], new (settings: BoundsSettings, seed: number) => BoundsPart>
> = {
  weights: WeightsModel,
  signal: SignalModel,
  annealing: AnnealingModel,
  filter: FilterModel,
};

export class BoundsEngine
  extends PartsEngine<BoundsSettings, BoundsPart>
  implements Engine<never, BoundsSnapshot, OfKind, OfKind>
{
  constructor({ settings, seed }: EngineRequest<BoundsSettings, NoRows>) {
    super(settings, boundsTable, new PARTS[settings.part](settings, seed));
  }

  evaluate(): ObjectiveTerms {
    return { total: this.model.value() };
  }

  snapshot(): BoundsSnapshot {
    return { kind: 'bounds', ...this.model.view() };
  }

  arrays(): NamedArrays {
    return boundsArraysOf(this.model.view());
  }

  updateSettings(settings: BoundsSettings): void {
    this.settings = settings;
    this.model.update(settings);
  }
}
