/** An SVAE-SLDS at work: the driver with a switching system inside, and what the page shows. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { inOnePiece, type Pieces } from '../../../math/pieces.ts';
import { forkRandom } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { SearchSchedule } from '../../../svae/structuralSearch.ts';
import { EditableSvaeEngine } from '../../../svae/svaeEngine.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';
import type {
  Breakdown,
  EngineRequest,
  Evaluated,
  NamedArrays,
  ObjectiveTerms,
  Score,
  StepOutcome,
} from '../../engine.ts';
import { changedArrays, networkArrays, takeNetworks } from '../../shared/engine/arrays.ts';
import { trainingPart } from '../../shared/engine/heldOut.ts';
import { explainBreakdown, structuredRemedies } from '../../shared/engine/remedies.ts';
import { seriesNetworks } from '../../shared/engine/seriesNetworks.ts';
import { structuredOptions } from '../../shared/settings/trainingSettings.ts';
import { svaeSldsArrays } from '../arrays.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import { type SvaeSldsSettings, startsFromData, svaeSldsTable } from '../settings.ts';
import type { SvaeSldsInspection, SvaeSldsQuery, SvaeSldsSnapshot } from '../snapshot.ts';
import { switchingArrays, takeSwitching } from './arrays.ts';
import { SwitchingDynamics } from './dynamics.ts';
import { editedGlobals, removedBy } from './editedGlobals.ts';
import { Forecaster } from './forecast.ts';
import { inspectPaths, inspectSweeps } from './inspection.ts';
import { forecastErrors, type MeasuredModel, measureStates, scoresOfStates } from './metrics.ts';
import { taughtByPaint } from './paint.ts';
import { SnapshotMaker } from './snapshotMaker.ts';
import { StatesStart } from './start.ts';

export class SvaeSldsEngine extends EditableSvaeEngine<
  SvaeSldsSettings,
  SvaeSldsEdit,
  SvaeSldsSnapshot,
  SvaeSldsQuery,
  SvaeSldsInspection
> {
  private readonly dataset: Sequence;
  private readonly model: SwitchingDynamics;
  private readonly forecaster: Forecaster;
  private readonly snapshots: SnapshotMaker;
  /** q(z) that goes with what is shown: while a merge is on trial, that without it. */
  private shownState: Float64Array = new Float64Array(0);
  /** Where the states are about to begin. */
  private start: StatesStart | null = null;
  /** What painted steps have last taught. */
  private taught: {
    readonly from: Float64Array;
    readonly step: number;
    readonly edits: readonly SvaeSldsEdit[];
    readonly natural: Float64Array;
  } | null = null;

  constructor({ settings, dataset, seed }: EngineRequest<SvaeSldsSettings, Sequence>) {
    const data = trainingPart(dataset);
    const model = new SwitchingDynamics(settings, data.rows);
    super({
      settings,
      seed,
      model,
      ...seriesNetworks({
        ...{ settings, dataset, training: data, seed },
        fromData: startsFromData(settings) ? 'around the data' : null,
        isLoud: true,
      }),
      data,
      batchRows: settings.windows * settings.windowSteps,
      sequenceLength: settings.windowSteps,
      options: (now) => trainingOptions(now, null),
      search: searchSchedule(settings),
    });
    this.dataset = dataset;
    this.model = model;
    this.forecaster = new Forecaster(model.globals, this.shown, seed);
    this.snapshots = new SnapshotMaker(model.globals, this.forecaster, dataset, settings);
  }

  override train(): StepOutcome {
    const { model, trainer, settings, step } = this;
    while (this.prepare());
    this.begin();
    trainer.options = trainingOptions(settings, model.hasBegun ? null : step);
    return super.train();
  }

  /** When the warm-up is over, states begin from its latents, or try again a little later; then merges are tried. */
  prepare(): boolean {
    const { model, trainer, settings, step } = this;
    if (this.start === null) {
      const after = step - settings.warmUpSteps;
      if (model.hasBegun || after < 0 || after % BETWEEN_STARTS !== 0) return this.prepareMove();
      const { natural, parameters } = trainer.average;
      this.shown.setParameters(parameters);
      const potentials = this.shown.potentials(trainer.data.values, trainer.data.rows);
      const random = forkRandom(this.seed, 'states');
      const insists = after >= LAST_START;
      this.start = new StatesStart(model, natural, potentials, settings, random, insists);
    } else this.start.advance();
    return !this.start.done;
  }

  /** Takes over what has been prepared. */
  private begin(): void {
    const { trainer, start } = this;
    if (start === null) return;
    const natural = trainer.average.natural.slice();
    if (start.takeInto(natural)) {
      trainer.goToAverage();
      trainer.natural.set(natural);
      trainer.average.natural.set(natural);
    }
    this.showAfresh();
  }

  /** What was prepared goes with the model it was prepared for. */
  protected override showAfresh(): void {
    this.start = null;
    this.taught = null;
    super.showAfresh();
  }

  override evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    const edits = of === 'shown' ? this.edits : [];
    const natural = this.withEdits(this.show(), edits);
    const { model } = this;
    const warmStarts = model.saveState();
    model.restoreState(this.shownState);
    model.moveWarmStarts(edits);
    // Without a removed state both p and q are those of the others. Before states begin there is one.
    model.removed = model.hasBegun ? removedBy(edits, model.globals.states) : [];
    const bound = this.evaluateAt(natural);
    model.removed = [];
    model.restoreState(warmStarts);
    return bound;
  }

  snapshot(): SvaeSldsSnapshot {
    const natural = this.withEdits(this.show(), this.edits);
    return this.snapshots.make(natural, this.edits, {
      hasBegun: this.model.hasBegun,
      onTrial: this.search?.onTrial() ?? null,
      trained: this.shownState.subarray(0, this.model.responsibilities.length),
    });
  }

  inspect(query: SvaeSldsQuery): SvaeSldsInspection {
    return inOnePiece(this.inspectInPieces(query));
  }

  *inspectInPieces(query: SvaeSldsQuery): Pieces<SvaeSldsInspection> {
    const natural = this.withEdits(this.show(), this.edits);
    const look = this.snapshots.lookAt(natural, this.edits);
    return query.kind === 'sweeps'
      ? inspectSweeps(query, this.forecaster, look)
      : yield* inspectPaths(query, this.forecaster, look);
  }

  scores(): readonly Score[] {
    return scoresOfStates(this.measured(), this.dataset);
  }

  measure({ withRivals = false } = {}) {
    const { dataset, settings } = this;
    const model = this.measured();
    const lds = withRivals ? { lds: this.errorOfLds() } : {};
    return {
      ...measureStates(model, dataset, settings),
      forecastMse: { ...forecastErrors(model, dataset), ...lds },
      elbo: this.evaluate(),
    };
  }

  /** Mean squared error 10 steps ahead of an SVAE-LDS: this model with one state, trained for as many steps. */
  private errorOfLds(): number | null {
    const { dataset, seed, step } = this;
    const settings = { ...this.settings, states: 1 };
    const lds = new SvaeSldsEngine({ settings, dataset, seed });
    try {
      while (lds.step < step) if (!lds.train().ok) return null;
      return forecastErrors(lds.measured(), dataset).ahead10;
    } finally {
      lds.dispose();
    }
  }

  private measured(): MeasuredModel {
    const { globals } = this.model;
    return {
      globals,
      forecaster: this.forecaster,
      natural: this.withEdits(this.show(), this.edits),
      removed: removedBy(this.edits, globals.states),
    };
  }

  arrays(): NamedArrays {
    const natural = this.withEdits(this.show(), this.edits);
    const local = this.snapshots.arrays(natural, this.edits, this.model.hasBegun);
    return { ...this.readArrays(), ...local };
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const taken = changedArrays(svaeSldsArrays, this.readArrays(), given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    this.bakeEdits();
    this.change((parameters, natural) => {
      takeNetworks(this.shown.layout, taken, parameters);
      takeSwitching(this.model.globals, taken, natural);
    });
    return names;
  }

  private readArrays(): NamedArrays {
    const { shape, layout } = this.shown;
    const { globals } = this.model;
    const natural = this.withEdits(this.show(), this.edits);
    const removed = removedBy(this.edits, globals.states);
    return {
      ...switchingArrays(globals, natural, removed),
      ...networkArrays(shape, layout, this.parametersShown),
    };
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.taught = null;
    this.snapshots.setView(view);
  }

  override updateSettings(settings: SvaeSldsSettings): void {
    this.model.settings = settings;
    this.snapshots.samples = settings.samples;
    super.updateSettings(settings);
  }

  /** Removals and the end of the input change no parameter. */
  protected withEdits(natural: Float64Array, edits: readonly SvaeSldsEdit[]): Float64Array {
    const { model, snapshots, forecaster, step } = this;
    const { globals } = model;
    if (!model.hasBegun || !edits.some(({ kind }) => kind === 'paintState'))
      return editedGlobals(globals, natural, edits);
    // Asked for by picture and bound alike.
    const { taught } = this;
    if (taught?.edits === edits && taught.from === natural && taught.step === step)
      return taught.natural.slice();
    const look = snapshots.lookAt(editedGlobals(globals, natural, edits), edits);
    const { firstRow } = snapshots.shown();
    const found = taughtByPaint(look, forecaster, globals, {
      shares: this.sharesUnder(edits),
      firstRow,
    });
    this.taught = { from: natural, step, edits, natural: found };
    return found.slice();
  }

  /** N x K: q(z) of the rows for training that goes with what is shown under these edits. */
  private sharesUnder(edits: readonly SvaeSldsEdit[]): Float64Array {
    const { model } = this;
    const warmStarts = model.saveState();
    model.restoreState(this.shownState);
    model.moveWarmStarts(edits);
    const shares = model.responsibilities.slice();
    model.restoreState(warmStarts);
    return shares;
  }

  /** Removed states are left with the prior, and their steps go to the others. */
  protected override baked(natural: Float64Array): Float64Array {
    this.model.moveWarmStarts(this.edits);
    return this.model.bake(this.withEdits(natural, this.edits), this.edits);
  }

  protected override nowShown(modelState: Float64Array): void {
    this.shownState = modelState;
  }

  protected explain(status: FailedStatus): Breakdown {
    const { settings } = this;
    const place = (index: number) => ` (index ${index + 1})`;
    const trouble = { status, step: this.step + 1, place };
    const remedies = structuredRemedies(svaeSldsTable, settings);
    return explainBreakdown(trouble, svaeSldsTable, settings, remedies);
  }
}

/** Steps between tries to begin, and after the warm-up until the last. */
const BETWEEN_STARTS = 50;
const LAST_START = 400;

/**
 * At first the KL terms of the warm-up weigh next to nothing, so that latents learn to tell observations
 * apart before the prior holds them all at one place (Bowman et al. 2016); later their full weight.
 *
 * @param warmUpStep null after the warm-up
 */
function trainingOptions(settings: SvaeSldsSettings, warmUpStep: number | null): TrainingOptions {
  const { warmUpSteps, structuralMoves } = settings;
  const options = { ...structuredOptions(settings), structuralMoves };
  if (warmUpStep === null) return options;
  // A warm-up of no steps is over before it has begun.
  const share = warmUpSteps > 0 ? warmUpStep / (FULL_KL_AT * warmUpSteps) : 1;
  return { ...options, klWeight: options.klWeight * Math.min(1, Math.max(FIRST_KL, share)) };
}

/** Weight of the KL terms at the first step, and the share of the warm-up after which it is 1. */
const FIRST_KL = 0.1;
const FULL_KL_AT = 0.4;

/** After the states have begun they settle for a while before merges are tried. */
function searchSchedule({ warmUpSteps }: SvaeSldsSettings): SearchSchedule {
  return { warmUp: warmUpSteps + 50, period: 50, trials: [{ steps: 50, leastGain: -0.06 }] };
}
