/**
 * A structured VAE at work, whichever graphical model is inside. A lab's engine extends one of these
 * two classes: it brings the model, the shape of its networks, and what the page shows of them.
 */
import type {
  Breakdown,
  Checkpoint,
  Engine,
  Evaluated,
  ObjectiveTerms,
  StepOutcome,
} from '../labs/engine.ts';
import { forkRandom } from '../math/random.ts';
import type { FailedStatus } from '../math/status.ts';
import { Autoencoder } from '../networks/autoencoder.ts';
import { initialParameters } from '../networks/initialise.ts';
import type { AutoencoderShape } from '../networks/shape.ts';
import { BoundEvaluator, judgedRows } from './boundEvaluator.ts';
import type { GraphicalModel } from './graphicalModel.ts';
import { type SearchSchedule, StructuralSearch } from './structuralSearch.ts';
import { Trainer, type TrainingData, type TrainingOptions } from './trainer.ts';

type AnySettings = Readonly<Record<string, number | string | boolean>>;

export interface SvaeSetup<Settings> {
  readonly settings: Settings;
  readonly seed: number;
  readonly model: GraphicalModel;
  readonly shape: AutoencoderShape;
  /** Where the networks start; absent: as their shape says. */
  readonly parameters?: Float32Array;
  readonly data: TrainingData;
  /** Rows of a training step. */
  readonly batchRows: number;
  /** Consecutive rows that belong together; absent where rows are independent. */
  readonly sequenceLength?: number;
  /** What the trainer makes of the settings at a step. */
  readonly options: (settings: Settings, step: number) => TrainingOptions;
  /** For a model that proposes changes of its structure. */
  readonly search?: SearchSchedule;
}

/** The driver, for a model whose globals nobody edits. */
export abstract class SvaeEngine<Settings extends AnySettings, Snapshot, Query, Inspection>
  implements Engine<unknown, Snapshot, Query, Inspection>
{
  protected settings: Settings;
  protected readonly seed: number;
  protected readonly trainer: Trainer;
  protected readonly search: StructuralSearch | null;
  /** The networks at the running average of the last steps: what is shown and measured. */
  protected readonly shown: Autoencoder;
  private readonly networks: Autoencoder;
  private readonly options: SvaeSetup<Settings>['options'];
  private shownNatural: Float64Array;
  private shownParameters: Float32Array;
  /** Step they were brought up to date at; -1 when that has to be done again. */
  private shownStep = -1;
  private evaluator: BoundEvaluator;

  constructor(setup: SvaeSetup<Settings>) {
    const { settings, seed, model, shape, data, options } = setup;
    this.settings = settings;
    this.seed = seed;
    this.options = options;
    const parameters = setup.parameters ?? initialParameters(shape, forkRandom(seed, 'networks'));
    this.networks = new Autoencoder(shape, parameters);
    this.shown = new Autoencoder(shape, parameters);
    const encodings = () => this.networks.potentials(data.values, data.rows).means;
    this.trainer = new Trainer({
      model,
      networks: this.networks,
      parameters,
      natural: model.initialise(encodings, forkRandom(seed, 'clusters')),
      data,
      seed,
      options: options(settings, 0),
      batchRows: setup.batchRows,
      sequenceLength: setup.sequenceLength ?? 1,
    });
    this.shownNatural = this.trainer.natural;
    this.shownParameters = parameters;
    this.evaluator = this.newEvaluator();
    this.search = setup.search
      ? new StructuralSearch(this.trainer, this.evaluator, setup.search)
      : null;
  }

  /** What the page shows of the model as it is now. */
  abstract snapshot(how?: { readonly afresh?: boolean }): Snapshot;
  abstract inspect(query: Query): Inspection;
  abstract measure(how?: { readonly withRivals?: boolean }): Readonly<Record<string, unknown>>;
  /** What happened in words, and what is likely to help. */
  protected abstract explain(status: FailedStatus): Breakdown;
  /**
   * Other networks are shown from now on.
   *
   * @param modelState the state of local inference that goes with them
   * @param afresh whether what was shown before counts for nothing
   */
  protected nowShown?(modelState: Float64Array, afresh: boolean): void;

  get step(): number {
    return this.trainer.step;
  }

  get stepShare(): number {
    return this.trainer.batchRows / judgedRows(this.trainer.data.rows);
  }

  /** Of the networks. */
  get parameterCount(): number {
    return this.trainer.parameters.length;
  }

  train(): StepOutcome {
    const { trainer, search } = this;
    let move = trainer.options.structuralMoves ? (search?.beforeStep() ?? null) : null;
    let status = trainer.train();
    if (!status.ok) {
      const refused = search?.refuseBroken();
      if (refused) {
        move = refused;
        status = trainer.train();
      }
    }
    if (!status.ok) return { ok: false, breakdown: this.explain(status) };
    // The chart goes with the pictures: while a change is on trial both stand still.
    const objective = { ...(search?.decidedBound() ?? trainer.batchBound) };
    return { ok: true, objective, events: move ? [move] : [] };
  }

  /** Does a piece of the judging of moves that is due, for `prepare`; true while more is left. */
  protected prepareMove(): boolean {
    const { trainer, search } = this;
    if (!search || !trainer.options.structuralMoves) return false;
    const isMore = search.prepare();
    // Where it has done something, it has looked through the networks that are shown.
    if (isMore && this.shownStep >= 0) this.shown.setParameters(this.shownParameters);
    return isMore;
  }

  evaluate(_of?: Evaluated): ObjectiveTerms {
    return this.evaluateAt(this.show());
  }

  /**
   * The bound of all data at the networks that are shown and this eta, with what is done to latents on
   * their way to the decoder. While a change is on trial these are not the networks in training.
   */
  protected evaluateAt(
    natural: Float64Array,
    onWayToDecoder?: (latents: Float64Array) => void,
  ): ObjectiveTerms {
    this.show();
    return this.evaluator.evaluate(this.shownParameters, natural, onWayToDecoder);
  }

  updateSettings(settings: Settings): void {
    this.settings = settings;
    this.trainer.options = this.options(settings, this.step);
    // Branches trained under other settings cannot be compared.
    this.search?.settingsChanged();
    this.showAfresh();
  }

  /** Networks at rest go back to their average, so that is broken too. */
  breakDown(): void {
    const { trainer, networks } = this;
    this.search?.abandon();
    trainer.parameters.fill(Number.NaN);
    trainer.average.parameters.fill(Number.NaN);
    networks.setParameters(trainer.parameters);
    trainer.forgetPotentials();
    this.showAfresh();
  }

  save(): Checkpoint {
    return (this.search ?? this.trainer).save();
  }

  load(checkpoint: Checkpoint): void {
    (this.search ?? this.trainer).load(checkpoint);
    this.showAfresh();
  }

  dispose(): void {
    this.networks.dispose();
    this.shown.dispose();
  }

  /** Those of the networks that are shown, flat. */
  protected get parametersShown(): Float32Array {
    this.show();
    return this.shownParameters;
  }

  /** Brings the shown networks up to date; returns the eta that goes with them. */
  protected show(): Float64Array {
    if (this.shownStep !== this.step) {
      const { parameters, natural, modelState } = this.search?.decided() ?? this.trainer.averaged();
      this.shown.setParameters(parameters);
      this.shownNatural = natural;
      this.shownParameters = parameters;
      this.nowShown?.(modelState, this.shownStep < 0);
      this.shownStep = this.step;
    }
    return this.shownNatural;
  }

  /** What is shown has changed otherwise than by a training step. */
  protected showAfresh(): void {
    this.shownStep = -1;
  }

  /** Changes the networks (flat as in their layout) and eta where they are shown, at their average. */
  protected change(apply: (parameters: Float32Array, natural: Float64Array) => void): void {
    const { trainer, networks } = this;
    this.search?.abandon();
    trainer.goToAverage();
    apply(trainer.parameters, trainer.natural);
    trainer.average.parameters.set(trainer.parameters);
    trainer.average.natural.set(trainer.natural);
    networks.setParameters(trainer.parameters);
    trainer.forgetPotentials();
    this.showAfresh();
  }

  /** Other data lie in the memory of those the model was made for. */
  protected dataChanged(): void {
    this.trainer.forgetPotentials();
    this.evaluator = this.newEvaluator();
  }

  private newEvaluator(): BoundEvaluator {
    const { model, data, sequenceLength } = this.trainer;
    const random = forkRandom(this.seed, 'evaluation');
    return new BoundEvaluator({ model, networks: this.shown, data, sequenceLength, random });
  }
}

/** The driver, for a model with globals that edits can be laid over. */
export abstract class EditableSvaeEngine<
  Settings extends AnySettings,
  Edit,
  Snapshot,
  Query,
  Inspection,
> extends SvaeEngine<Settings, Snapshot, Query, Inspection> {
  protected edits: readonly Edit[] = [];

  /** A new eta with edits laid over it; throws an Error that names one that does not fit. */
  protected abstract withEdits(natural: Float64Array, edits: readonly Edit[]): Float64Array;
  /** Changes sampled latents (rows x d) in place, where that is what edits do. */
  protected editLatents?(latents: Float64Array, edits: readonly Edit[]): void;

  override evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    const edits = of === 'shown' ? this.edits : [];
    const natural = this.withEdits(this.show(), edits);
    return this.evaluateAt(natural, (latents) => this.editLatents?.(latents, edits));
  }

  setEdits(edits: readonly Edit[]): void {
    // Refuse edits that do not fit before they take the place of those that do.
    this.withEdits(this.show(), edits);
    this.edits = edits;
  }

  bakeEdits(): void {
    this.change((_, natural) => natural.set(this.baked(natural)));
    this.edits = [];
  }

  /** A new eta with the edits built in. */
  protected baked(natural: Float64Array): Float64Array {
    return this.withEdits(natural, this.edits);
  }
}
