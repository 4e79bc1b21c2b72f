/** The run that is open: its engine, what it was made from, and what is known of it. */
import type { AnyEngine, Breakdown, Checkpoint, Dataset } from '../labs/engine.ts';
import type { LoadedLab } from '../labs/registry.ts';
import { type BackendName, contextLost } from '../networks/backend.ts';
import { grouped } from '../settings/words.ts';
import { Bounds } from './bounds.ts';
import { Keeper } from './keeper.ts';
import type { RunRequest, Settings } from './protocol.ts';
import { TrainingLog } from './trainingLog.ts';

/**
 * The outcome of a training step: `under-way` while there is more to do before it is taken; after
 * `broken-down` the last good state is back.
 */
export type StepResult = 'taken' | 'under-way' | 'broken-down' | 'context-lost';

export class Running {
  readonly run: number;
  readonly lab: LoadedLab;
  readonly dataset: Dataset;
  engine: AnyEngine;
  backend: BackendName;
  readonly log = new TrainingLog();
  readonly bounds = new Bounds();
  /** Why training stopped; null while it goes on, or was stopped by the page. */
  breakdown: Breakdown | null = null;
  edits: readonly unknown[];
  /** Why edits that were asked for at the opening are not in force, a sentence each. */
  readonly refusals: string[] = [];
  /** For breakdowns and lost contexts. */
  private readonly keeper: Keeper<Checkpoint>;
  private readonly seed: number;
  private settings: Settings;
  private view: RunRequest['view'];

  /** Throws an Error in words when settings and data do not make a model. */
  constructor(lab: LoadedLab, request: RunRequest, dataset: Dataset, backend: BackendName) {
    this.run = request.run;
    this.lab = lab;
    this.dataset = dataset;
    this.seed = request.seed;
    this.settings = request.settings;
    this.view = request.view;
    this.backend = backend;
    this.engine = this.freshEngine();
    if (request.checkpoint) this.engine.load(request.checkpoint);
    this.edits = this.takeUp(request.edits.map(lab.parseEdit));
    this.engine.setView?.(this.view);
    this.keeper = new Keeper('worker', this.engine.save(), [this.engine.step]);
  }

  /** Edits that outlive their cluster or column, by a change of settings, are left out. */
  private takeUp(edits: readonly unknown[]): readonly unknown[] {
    let fitting: readonly unknown[] = [];
    for (const edit of edits) {
      try {
        this.engine.setEdits?.([...fitting, edit]);
        fitting = [...fitting, edit];
      } catch (error) {
        this.refusals.push(error instanceof Error ? error.message : String(error));
      }
    }
    this.engine.setEdits?.(fitting);
    return fitting;
  }

  /** Returns whether they differ from those in force: the end of a drag says its last move again. */
  setEdits(edits: readonly unknown[]): boolean {
    const valid = edits.map(this.lab.parseEdit);
    if (isSame(valid, this.edits)) return false;
    this.engine.setEdits?.(valid);
    this.edits = valid;
    this.bounds.edited();
    return true;
  }

  /** Returns whether they are other settings. */
  updateSettings(settings: Settings): boolean {
    if (isSame(settings, this.settings)) return false;
    this.settings = settings;
    this.engine.updateSettings?.(settings);
    // Some change the bound without a step of training: the data fed to the model, for one.
    this.bounds.changed();
    // What was good under other settings may not fit these.
    this.keep();
    return true;
  }

  /** Returns whether snapshots contain something else from now on. */
  setView(view: RunRequest['view']): boolean {
    if (isSame(view, this.view)) return false;
    this.view = view;
    this.engine.setView?.(view);
    return true;
  }

  bakeEdits(staying: readonly unknown[]): void {
    this.engine.bakeEdits?.();
    this.edits = [];
    this.setEdits(staying);
    this.bounds.changed();
    this.keep();
  }

  setBackend(backend: BackendName): void {
    // The networks' truth is on the CPU: they follow the active backend from step to step.
    this.backend = backend;
    this.bounds.changed();
  }

  /** One training step with all that is noted of it, or a piece of one that takes long. */
  step(): StepResult {
    if (this.engine.prepare?.()) return 'under-way';
    const outcome = this.engine.train();
    if (!outcome.ok) {
      if (this.hasLostContext) return 'context-lost';
      this.breakDown(outcome.breakdown);
      return 'broken-down';
    }
    this.bounds.trained(outcome.objective, this.edits.length > 0);
    this.log.addStep(this.engine.step, outcome.objective, outcome.events);
    return 'taken';
  }

  private breakDown(breakdown: Breakdown): void {
    this.breakdown = breakdown;
    const { copy: lastGood } = this.keeper;
    this.engine.load(lastGood);
    this.bounds.changed();
    this.log.addEvent({
      step: breakdown.step,
      kind: 'breakdown',
      label: `${breakdown.message} Restored the state of step ${grouped(lastGood.step)}.`,
      accepted: false,
      gain: 0,
    });
  }

  get hasLostContext(): boolean {
    return this.backend === 'webgl' && contextLost();
  }

  /** Copies the present state, which is good, if it is time to. */
  keepNowAndThen(isTraining: boolean): void {
    if (this.keeper.isDue(isTraining, [this.engine.step])) this.keep();
  }

  keep(): void {
    this.keeper.keep(this.engine.save(), [this.engine.step]);
  }

  /** An engine as it starts. */
  freshEngine(): AnyEngine {
    const { lab, dataset, settings, seed } = this;
    return lab.create({ settings, dataset, seed });
  }

  /**
   * The last good state goes on in another engine: the parameters are on the CPU, so a lost context
   * costs the steps since then at most.
   */
  async recoverContext(activate: () => Promise<{ readonly backend: BackendName }>): Promise<void> {
    const { step } = this.engine;
    const { copy: lastGood } = this.keeper;
    this.engine.dispose();
    this.backend = (await activate()).backend;
    this.engine = this.freshEngine();
    this.engine.load(lastGood);
    this.engine.setEdits?.(this.edits);
    this.engine.setView?.(this.view);
    this.keep();
    this.bounds.changed();
    this.log.addEvent({
      step: lastGood.step,
      kind: 'context-lost',
      label: `The graphics context was lost at step ${step}; training goes on from step ${lastGood.step} on ${this.backend}.`,
      accepted: true,
      gain: 0,
    });
  }
}

/** Plain data are compared by what is in them: nothing that comes from the page is the same object. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
