/**
 * `window.svaeLab`: drives the page from a script, for demonstrations, embedding and tests.
 * Everything goes through the same commands as the buttons.
 * All methods return promises, and reject with a sentence that names what was wrong.
 */
import type { ScriptRows, TableRequest } from '../datasets/csv/scriptedData.ts';
import type { ScriptTexts } from '../datasets/texts/scriptedTexts.ts';
import type { BackendName } from '../networks/backend.ts';
import type { SettingValue } from '../settings/settingsTable.ts';
import type { Speed } from './topBar/speeds.ts';

export interface OpenOptions {
  /** Values by the names of the lab's settings table; the rest are at their defaults. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly seed?: number;
  readonly backend?: BackendName | 'auto';
  /**
   * Data of your own: a table as text, as CSV files hold it, or rows of numbers with names. Rows are
   * points, in any order, or the steps of a series, as the lab takes them. For topics: texts, one text
   * that is cut into documents, or a table whose columns `table` names.
   */
  readonly data?: string | ScriptRows | ScriptTexts;
  /** Of a table: which columns are used, and answers to what the reader asks. */
  readonly table?: TableRequest;
}

export interface TrainOptions {
  /** Goes on from a pretrained model instead of starting again from the seed. */
  readonly continue?: boolean;
}

export interface SvaeLab {
  readonly version: 1;
  /** Opens a lab and starts it from the seed. */
  open(lab: string, options?: OpenOptions): Promise<void>;
  /**
   * Trains exactly `steps` steps. A pretrained model gives way to one that starts from the seed,
   * unless it is to be continued; links with `steps` do the same.
   */
  train(steps: number, options?: TrainOptions): Promise<void>;
  /** At full speed, or at one of the page's list: 10 steps per second, `'slow-start'`. */
  play(speed?: Speed, options?: TrainOptions): Promise<void>;
  pause(): Promise<void>;
  /**
   * Lays an edit over the learned model, in the words of the lab's edits; a place among the data is
   * in their units.
   */
  edit(edit: unknown): Promise<void>;
  clearEdits(): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** The state now, as plain nested arrays; without `elbo` where training raises no ELBO. */
  snapshot(): Promise<Readonly<Record<string, unknown>>>;
  settings(): Promise<Readonly<Record<string, SettingValue>>>;
  /** The address that opens this state anywhere. */
  link(): Promise<string>;
  /** Tensors alive and heap in use, for watching memory. */
  memory(): Promise<{ readonly tensors: number; readonly heapBytes: number | null }>;
  /** Breaks something on purpose, to show and test how the page recovers. */
  provoke(fault: 'lose-context' | 'crash' | 'nan'): Promise<void>;
}

declare global {
  interface Window {
    svaeLab?: SvaeLab;
  }
}

type Method = Exclude<keyof SvaeLab, 'version'>;

const METHODS: Readonly<Record<Method, true>> = {
  ...{ open: true, train: true, play: true, pause: true, edit: true, clearEdits: true },
  ...{ undo: true, redo: true, snapshot: true, settings: true, link: true, memory: true },
  provoke: true,
};

/** What the methods do is fetched with the first call: few visits have a script. */
export function installScriptingHandle(): void {
  const methods = Object.keys(METHODS).map((name) => [
    name,
    async (...args: readonly unknown[]) => {
      const { scriptedLab } = await import('./scriptedLab.ts');
      return (scriptedLab[name as Method] as (...args: readonly unknown[]) => unknown)(...args);
    },
  ]);
  window.svaeLab = { version: 1, ...Object.fromEntries(methods) };
}
