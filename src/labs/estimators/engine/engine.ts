/** Both parts of the lab of gradient estimators behind one engine. */
import type {
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  NoRows,
  ObjectiveTerms,
} from '../../engine.ts';
import { PartsEngine } from '../../shared/engine/partsEngine.ts';
import { smallerStep } from '../../shared/engine/remedies.ts';
import type { EstimatorsEdit } from '../edits.ts';
import { type EstimatorsSettings, estimatorsTable } from '../settings.ts';
import type { EstimatorsAnswer, EstimatorsQuery, EstimatorsSnapshot } from '../snapshot.ts';
import { DrawsModel } from './draws.ts';
import { landscapeOf } from './landscape.ts';
import type { EstimatorsPart } from './part.ts';
import { RaceModel } from './race.ts';
import { type Target, targetOf } from './target.ts';

export class EstimatorsEngine
  extends PartsEngine<EstimatorsSettings, EstimatorsPart>
  implements Engine<EstimatorsEdit, EstimatorsSnapshot, EstimatorsQuery, EstimatorsAnswer>
{
  private edits: readonly EstimatorsEdit[] = [];
  private target: Target;

  constructor({ settings, seed }: EngineRequest<EstimatorsSettings, NoRows>) {
    const target = targetOf(settings, []);
    const Model = settings.part === 'race' ? RaceModel : DrawsModel;
    super(settings, estimatorsTable, new Model(settings, target, seed));
    this.target = target;
  }

  protected override remedies() {
    return [smallerStep('rate', 'step size', this.settings.rate)];
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

  arrays(): NamedArrays {
    return this.model.arrays();
  }

  inspect(query: EstimatorsQuery): EstimatorsAnswer {
    return landscapeOf(this.settings, this.target.f, query);
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
}
