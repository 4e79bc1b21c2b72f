/** The parts of the lab of importance-weighted bounds behind one engine. */
import { OK } from '../../../math/status.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  NoRows,
  ObjectiveTerms,
  StepOutcome,
} from '../../engine.ts';
import type { OfKind } from '../../lab.ts';
import { explainBreakdown } from '../../shared/engine/remedies.ts';
import { type BoundsSettings, boundsTable } from '../settings.ts';
import type { BoundsSnapshot } from '../snapshot.ts';
import { AnnealingModel } from './annealing.ts';
import { FilterModel } from './filter.ts';
import type { PartModel } from './part.ts';
import { WeightsModel } from './weights.ts';

const PARTS: Readonly<
  Record<BoundsSettings['part'], new (settings: BoundsSettings, seed: number) => PartModel>
> = { weights: WeightsModel, annealing: AnnealingModel, filter: FilterModel };

export class BoundsEngine implements Engine<never, BoundsSnapshot, OfKind, OfKind> {
  step = 0;
  private readonly model: PartModel;
  private settings: BoundsSettings;

  constructor({ settings, seed }: EngineRequest<BoundsSettings, NoRows>) {
    this.settings = settings;
    this.model = new PARTS[settings.part](settings, seed);
  }

  train(): StepOutcome {
    const status = this.model.train() ?? OK;
    if (!status.ok) {
      const trouble = { status, step: this.step + 1 };
      return {
        ok: false,
        breakdown: explainBreakdown(trouble, boundsTable, this.settings, []),
      };
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate(), events: [] };
  }

  evaluate(): ObjectiveTerms {
    return { total: this.model.value() };
  }

  snapshot(): BoundsSnapshot {
    return { kind: 'bounds', ...this.model.view() } as BoundsSnapshot;
  }

  measure() {
    return { part: this.settings.part, ...this.model.measure() };
  }

  updateSettings(settings: BoundsSettings): void {
    this.settings = settings;
    this.model.update(settings);
  }

  breakDown(): void {
    for (const array of Object.values(this.model.state)) array.fill(Number.NaN);
  }

  save(): Checkpoint {
    return { step: this.step, arrays: copies(this.model.state) };
  }

  load(checkpoint: Checkpoint): void {
    const saved = fittingArrays(checkpoint, this.model.state);
    for (const [name, array] of Object.entries(this.model.state)) array.set(saved[name]);
    this.step = checkpoint.step;
    this.model.restored();
  }

  dispose(): void {}
}
