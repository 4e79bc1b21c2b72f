/** The engine of a lab whose parts are small models, one of which is open. */
import { type FailedStatus, OK } from '../../../math/status.ts';
import type { SettingsTable } from '../../../settings/settingsTable.ts';
import type { Values } from '../../../settings/values.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type { Checkpoint, Evaluated, ObjectiveTerms, StepOutcome } from '../../engine.ts';
import { explainBreakdown, type Remedy } from './remedies.ts';

export interface PartModel<View> {
  /** What training changes, as it is: of a fixed length for these settings, and written into by `load`. */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** One step; names a value that is not finite. */
  train(): FailedStatus | null;
  /** What the page shows of it. */
  view(): View;
  /** Figures for the command line, exact ones next to those that were reached. */
  measure(): Readonly<Record<string, unknown>>;
  /** The state has been written into from outside. */
  restored?(): void;
}

/** Training, checkpoints and breakdowns; a lab adds what it evaluates, shows and takes as edits. */
export abstract class PartsEngine<
  Settings extends Values & { readonly part: string },
  Model extends PartModel<unknown>,
> {
  step = 0;
  protected readonly model: Model;
  protected settings: Settings;
  private readonly table: SettingsTable;

  constructor(settings: Settings, table: SettingsTable, model: Model) {
    this.settings = settings;
    this.table = table;
    this.model = model;
  }

  abstract evaluate(of?: Evaluated): ObjectiveTerms;

  /** Changes of settings that may help after a breakdown. */
  protected remedies(): readonly Remedy[] {
    return [];
  }

  train(): StepOutcome {
    const status = this.model.train() ?? OK;
    if (!status.ok) {
      const trouble = { status, step: this.step + 1 };
      const breakdown = explainBreakdown(trouble, this.table, this.settings, this.remedies());
      return { ok: false, breakdown };
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate('shown'), events: [] };
  }

  measure(): Readonly<Record<string, unknown>> {
    return { part: this.settings.part, ...this.model.measure() };
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
    this.model.restored?.();
  }

  dispose(): void {}
}
