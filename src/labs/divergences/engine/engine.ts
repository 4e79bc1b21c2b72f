/** The parts of the lab of divergences behind one engine. */
import { OK } from '../../../math/status.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  Evaluated,
  NoRows,
  ObjectiveTerms,
  StepOutcome,
} from '../../engine.ts';
import { explainBreakdown } from '../../shared/engine/remedies.ts';
import type { DivergencesEdit } from '../edits.ts';
import { withoutInfinities } from '../infinities.ts';
import { plain } from '../plain.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { DivergencesAnswer, DivergencesQuery, DivergencesSnapshot } from '../snapshot.ts';
import { BarsModel } from './bars.ts';
import { DensitiesModel } from './densities.ts';
import { JensenModel } from './jensen.ts';
import type { PartModel } from './part.ts';
import { PlaneModel } from './plane.ts';

type Request = EngineRequest<DivergencesSettings, NoRows>;

export class DivergencesEngine
  implements Engine<DivergencesEdit, DivergencesSnapshot, DivergencesQuery, DivergencesAnswer>
{
  step = 0;
  private readonly model: PartModel;
  private settings: DivergencesSettings;

  constructor({ settings, seed }: Request) {
    this.settings = settings;
    this.model = modelOf(settings, seed);
  }

  get converged(): boolean {
    return this.model.isDone;
  }

  train(): StepOutcome {
    const status = this.model.train() ?? OK;
    if (!status.ok) {
      const trouble = { status, step: this.step + 1 };
      return {
        ok: false,
        breakdown: explainBreakdown(trouble, divergencesTable, this.settings, []),
      };
    }
    this.step += 1;
    return { ok: true, objective: this.model.terms(true), events: [] };
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return this.model.terms(of === 'shown');
  }

  snapshot(): DivergencesSnapshot {
    const view = this.model.view();
    return { kind: 'divergences', converged: this.converged, ...withoutInfinities(view) };
  }

  inspect(query: DivergencesQuery): DivergencesAnswer {
    if (!(this.model instanceof DensitiesModel))
      throw new Error('Only the parts with densities have a landscape.');
    return this.model.landscape(query);
  }

  measure() {
    return plain({
      ...{ part: this.settings.part, ...this.model.measure() },
      converged: this.converged,
    });
  }

  setEdits(edits: readonly DivergencesEdit[]): void {
    this.model.setEdits(edits);
  }

  bakeEdits(): void {
    this.model.bake();
  }

  updateSettings(settings: DivergencesSettings): void {
    this.settings = settings;
    this.model.updateSettings(settings);
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
  }

  dispose(): void {}
}

function modelOf(settings: DivergencesSettings, seed: number): PartModel {
  if (settings.part === 'bars') return new BarsModel(settings, seed);
  if (settings.part === 'jensen') return new JensenModel(settings, seed);
  if (settings.part === 'plane') return new PlaneModel(settings, seed);
  return new DensitiesModel(settings, seed);
}
