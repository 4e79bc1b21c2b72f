/** Both parts of the lab of gradient estimators behind one engine. */
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
import { explainBreakdown, smallerStep } from '../../shared/engine/remedies.ts';
import type { EstimatorsEdit } from '../edits.ts';
import { type EstimatorsSettings, estimatorsTable } from '../settings.ts';
import type { EstimatorsAnswer, EstimatorsQuery, EstimatorsSnapshot } from '../snapshot.ts';
import { DrawsModel } from './draws.ts';
import { landscapeOf } from './landscape.ts';
import type { PartModel } from './part.ts';
import { RaceModel } from './race.ts';
import { type Target, targetOf } from './target.ts';

type Request = EngineRequest<EstimatorsSettings, NoRows>;

export class EstimatorsEngine
  implements Engine<EstimatorsEdit, EstimatorsSnapshot, EstimatorsQuery, EstimatorsAnswer>
{
  step = 0;
  private readonly model: PartModel;
  private settings: EstimatorsSettings;
  private edits: readonly EstimatorsEdit[] = [];
  private target: Target;

  constructor({ settings, seed }: Request) {
    this.settings = settings;
    this.target = targetOf(settings, []);
    const Model = settings.part === 'race' ? RaceModel : DrawsModel;
    this.model = new Model(settings, this.target, seed);
  }

  train(): StepOutcome {
    const status = this.model.train() ?? OK;
    if (!status.ok) {
      const trouble = { status, step: this.step + 1 };
      const remedies = [smallerStep('rate', 'step size', this.settings.rate)];
      return {
        ok: false,
        breakdown: explainBreakdown(trouble, estimatorsTable, this.settings, remedies),
      };
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate(), events: [] };
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    const isTyped = this.edits.length > 0 && of === 'learned';
    const target = isTyped ? targetOf(this.settings, []) : this.target;
    return { total: this.model.value(target) };
  }

  snapshot(): EstimatorsSnapshot {
    const { name, formula, hasJumps } = this.target;
    return { kind: 'estimators', name, formula, hasJumps, ...this.model.view() };
  }

  inspect(query: EstimatorsQuery): EstimatorsAnswer {
    return landscapeOf(this.settings, this.target.f, query);
  }

  measure() {
    return { part: this.settings.part, ...this.model.measure() };
  }

  setEdits(edits: readonly EstimatorsEdit[]): void {
    this.edits = edits;
    this.update();
  }

  /** A formula stays an edit: nothing is learned from it. */
  bakeEdits(): void {}

  updateSettings(settings: EstimatorsSettings): void {
    this.settings = settings;
    this.update();
  }

  private update(): void {
    this.target = targetOf(this.settings, this.edits);
    this.model.update(this.settings, this.target);
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
