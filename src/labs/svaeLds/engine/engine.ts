/** An SVAE-LDS at work: the driver with a linear dynamical system inside, and what the page shows. */
import type { Sequence } from '../../../datasets/dataset.ts';
import type { FailedStatus } from '../../../math/status.ts';
import { EditableSvaeEngine } from '../../../svae/svaeEngine.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';
import type {
  Breakdown,
  Checkpoint,
  EngineRequest,
  NamedArrays,
  Score,
  StepOutcome,
} from '../../engine.ts';
import { changedArrays, networkArrays, takeNetworks } from '../../shared/engine/arrays.ts';
import { explainBreakdown, smallerStep, structuredRemedies } from '../../shared/engine/remedies.ts';
import { largestEigenvalue } from '../../shared/engine/seriesNetworks.ts';
import { structuredOptions } from '../../shared/settings/trainingSettings.ts';
import { svaeLdsArrays } from '../arrays.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import type { SvaeLdsInspection, SvaeLdsQuery, SvaeLdsSnapshot } from '../snapshot.ts';
import { dynamicsArrays, takeDynamics } from './arrays.ts';
import { collapseWarning } from './collapseWarning.ts';
import { LinearDynamics } from './dynamics.ts';
import { FedData, feedAt } from './fedData.ts';
import { editLatents, Forecaster } from './forecast.ts';
import type { LdsGlobals } from './globals.ts';
import { scaleLatent, scanColumn } from './inspection.ts';
import { forecastErrors, measureForecasts } from './metrics.ts';
import { SnapshotMaker } from './snapshotMaker.ts';
import { stableEdits } from './stableEdits.ts';
import { networkStart } from './start.ts';
import { track } from './tracking.ts';

export class SvaeLdsEngine extends EditableSvaeEngine<
  SvaeLdsSettings,
  SvaeLdsEdit,
  SvaeLdsSnapshot,
  SvaeLdsQuery,
  SvaeLdsInspection
> {
  private readonly data: FedData;
  private readonly globals: LdsGlobals;
  private readonly forecaster: Forecaster;
  private readonly snapshots: SnapshotMaker;
  /** The largest of the covariance of the data for training. */
  private readonly eigenvalue: number;
  private readonly shownNetworks = () => {
    this.show();
    return this.shown;
  };

  constructor({ settings, dataset, seed }: EngineRequest<SvaeLdsSettings, Sequence>) {
    const data = new FedData(dataset, settings, seed);
    const model = new LinearDynamics(settings, data.training);
    super({
      settings,
      seed,
      model,
      ...networkStart(settings, dataset, data.training, seed),
      data: data.training,
      batchRows: settings.windows * settings.windowSteps,
      sequenceLength: settings.windowSteps,
      options: trainingOptions,
    });
    this.data = data;
    this.eigenvalue = largestEigenvalue(data.training);
    this.globals = model.globals;
    this.forecaster = new Forecaster(model.globals, this.shown, seed);
    this.snapshots = new SnapshotMaker(model.globals, this.forecaster, data, settings.samples);
    this.feed();
  }

  override train(): StepOutcome {
    const outcome = super.train();
    if (!outcome.ok) return outcome;
    if (this.step === this.settings.changesAt) this.feed();
    const warning = collapseWarning(this.step, this.shownNetworks, this.eigenvalue);
    return warning ? { ...outcome, events: [...outcome.events, warning] } : outcome;
  }

  snapshot(): SvaeLdsSnapshot {
    return this.snapshots.make(this.show(), this.edits);
  }

  inspect(query: SvaeLdsQuery): SvaeLdsInspection {
    if (query.kind === 'tracking') return track(query);
    const { globals, forecaster, edits } = this;
    const natural = this.show();
    if (query.kind === 'stableEdits') {
      return { kind: 'stableEdits', edits: stableEdits(globals, natural, edits, query.nextTo) };
    }
    const model = {
      globals,
      forecaster,
      natural,
      edits,
      stretch: this.snapshots.shown(),
      dataset: this.data.dataset,
    };
    return query.kind === 'latentScaling' ? scaleLatent(query, model) : scanColumn(query, model);
  }

  /** Errors of forecasts on the held-out stretch, under the edits. */
  scores(): readonly Score[] {
    const natural = this.withEdits(this.show(), this.edits);
    const errors = forecastErrors(this.forecaster, natural, this.edits, this.data.dataset);
    const of = (name: string, value: number | null): Score => ({
      ...{ name, value, better: 'lower', decimals: 4 },
    });
    return [
      of('error 1 to 20 ahead', errors.ahead1to20),
      of('error 50 to 100 ahead', errors.ahead50to100),
    ];
  }

  /** Forecasts on the held-out stretch, under the edits. */
  measure() {
    const { spectralRadius } = this.snapshot();
    const natural = this.withEdits(this.show(), this.edits);
    return {
      ...measureForecasts(this.forecaster, natural, this.edits, this.data.dataset),
      elbo: this.evaluate(),
      spectralRadius,
    };
  }

  arrays(): NamedArrays {
    return { ...this.readArrays(), ...this.snapshots.arrays(this.show(), this.edits) };
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const taken = changedArrays(svaeLdsArrays, this.readArrays(), given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    this.bakeEdits();
    this.change((parameters, natural) => {
      takeNetworks(this.shown.layout, taken, parameters);
      takeDynamics(this.globals, taken, natural);
    });
    return names;
  }

  private readArrays(): NamedArrays {
    const { shape, layout } = this.shown;
    return {
      ...dynamicsArrays(this.globals, this.withEdits(this.show(), this.edits)),
      ...networkArrays(shape, layout, this.parametersShown),
    };
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.snapshots.setView(view);
  }

  override updateSettings(settings: SvaeLdsSettings): void {
    const wereResting = this.trainer.options.networksRest;
    super.updateSettings(settings);
    this.snapshots.samples = settings.samples;
    this.feed({ wereResting });
  }

  override load(checkpoint: Checkpoint): void {
    super.load(checkpoint);
    this.feed();
  }

  /**
   * An edited transition is a posterior q(A, Q) with another mean: the bound stays a bound of the
   * same model, with inference repeated. The end of the input changes no model. Baked in, edits of
   * latents and input are gone: they were ways of looking.
   */
  protected withEdits(natural: Float64Array, edits: readonly SvaeLdsEdit[]): Float64Array {
    return this.globals.withEdits(natural, edits);
  }

  /**
   * Latents scaled or shifted are another decoder, p(y | Sx + a), and the bound is that of the model
   * with this decoder.
   */
  protected override editLatents(latents: Float64Array, edits: readonly SvaeLdsEdit[]): void {
    editLatents(latents, this.globals.dimension, edits);
  }

  protected explain(status: FailedStatus): Breakdown {
    const { settings, trainer } = this;
    // While the networks rest, their learning rate changes nothing.
    const remedies = trainer.options.networksRest
      ? [smallerStep('dynamicsStep', 'step of the dynamics', settings.dynamicsStep)]
      : structuredRemedies(svaeLdsTable, settings);
    const place = (index: number) => ` (step ${index + 1} of a window)`;
    const trouble = { status, step: this.step + 1, place };
    return explainBreakdown(trouble, svaeLdsTable, settings, remedies);
  }

  /**
   * Feeds and trains what is to be fed and trained at this step. Where only the dynamics are trained
   * they go on from what is shown: networks at their average.
   */
  private feed({ wereResting = false } = {}): void {
    const { trainer, settings, step } = this;
    trainer.options = trainingOptions(settings, step);
    if (this.data.setSpeed(feedAt(settings, step).feedSpeed)) {
      this.dataChanged();
      this.snapshots.forget();
    }
    if (!trainer.options.networksRest || wereResting) return;
    trainer.goToAverage();
    this.showAfresh();
  }
}

/** Where only the dynamics are trained, they have a step of their own. */
function trainingOptions(settings: SvaeLdsSettings, step: number): TrainingOptions {
  const options = structuredOptions(settings);
  if (feedAt(settings, step).trains === 'everything') return options;
  return { ...options, networksRest: true, naturalStep: settings.dynamicsStep };
}
