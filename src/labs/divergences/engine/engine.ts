/** The parts of the lab of divergences behind one engine. */
import type {
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  NoRows,
  ObjectiveTerms,
} from '../../engine.ts';
import { plain } from '../../shared/data/plain.ts';
import { PartsEngine } from '../../shared/engine/partsEngine.ts';
import type { DivergencesEdit } from '../edits.ts';
import { withoutInfinities } from '../infinities.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { DivergencesAnswer, DivergencesQuery, DivergencesSnapshot } from '../snapshot.ts';
import { divergencesArraysOf } from './arrays.ts';
import { BarsModel } from './bars.ts';
import { DensitiesModel } from './densities.ts';
import { JensenModel } from './jensen.ts';
import type { DivergencesPart } from './part.ts';
import { PlaneModel } from './plane.ts';

const PARTS: Readonly<
  Record<
    DivergencesSettings['part'],
    new (
      settings: DivergencesSettings,
      seed: number,
    ) => DivergencesPart
  >
> = {
  densities: DensitiesModel,
  identity: DensitiesModel,
  bars: BarsModel,
  jensen: JensenModel,
  plane: PlaneModel,
};

export class DivergencesEngine
  extends PartsEngine<DivergencesSettings, DivergencesPart>
  implements Engine<DivergencesEdit, DivergencesSnapshot, DivergencesQuery, DivergencesAnswer>
{
  constructor({ settings, seed }: EngineRequest<DivergencesSettings, NoRows>) {
    super(settings, divergencesTable, new PARTS[settings.part](settings, seed));
  }

  get converged(): boolean {
    return this.model.isDone;
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return this.model.terms(of === 'shown');
  }

  snapshot(): DivergencesSnapshot {
    const view = this.model.view();
    return { kind: 'divergences', converged: this.converged, ...withoutInfinities(view) };
  }

  arrays(): NamedArrays {
    return divergencesArraysOf(this.model.view());
  }

  inspect(query: DivergencesQuery): DivergencesAnswer {
    if (!(this.model instanceof DensitiesModel))
      throw new Error('Only the parts with densities have a landscape.');
    return this.model.landscape(query);
  }

  override measure() {
    return plain({ ...super.measure(), converged: this.converged });
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
}
