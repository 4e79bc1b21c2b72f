/** The lab that is open: its engine, what it was made from, and the last state known to be good. */
import type { AnyEngine, Checkpoint, Dataset } from '../labs/engine.ts';
import type { LoadedLab } from '../labs/registry.ts';
import type { BackendName } from '../networks/backend.ts';
import type { RunRequest, Settings } from './protocol.ts';

export class Running {
  readonly run: number;
  private readonly lab: LoadedLab;
  readonly dataset: Dataset;
  engine: AnyEngine;
  backend: BackendName;
  /** For breakdowns and lost contexts. */
  lastGood: Checkpoint;
  keptAt = performance.now();
  edits: readonly unknown[];
  /** Why edits that were asked for at the opening are not in force, a sentence each. */
  readonly refusals: string[] = [];
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
    this.lastGood = this.engine.save();
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
    return true;
  }

  /** Returns whether they are other settings. */
  updateSettings(settings: Settings): boolean {
    if (isSame(settings, this.settings)) return false;
    this.settings = settings;
    this.engine.updateSettings?.(settings);
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
    this.keep();
  }

  /** Remembers the present state as good. */
  keep(): void {
    this.lastGood = this.engine.save();
    this.keptAt = performance.now();
  }

  /** An engine as it starts. */
  freshEngine(): AnyEngine {
    const { lab, dataset, settings, seed } = this;
    return lab.create({ settings, dataset, seed });
  }

  /** Another engine on another backend goes on from a state. */
  rebuild(state: Checkpoint, backend: BackendName): void {
    this.engine = this.freshEngine();
    this.engine.load(state);
    this.engine.setEdits?.(this.edits);
    this.engine.setView?.(this.view);
    this.backend = backend;
    this.keep();
  }
}

/** Plain data are compared by what is in them: nothing that comes from the page is the same object. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
