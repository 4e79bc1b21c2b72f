/** Runs as CSV text. */
import { columnsCsv } from '../../../files/exportCsv.ts';
import type { KeptRun, RunCurve } from '../../../files/keptRuns.ts';
import { changedValues } from '../../../settings/values.ts';
import type { Lab } from '../../lab.ts';
import { figuresOf } from './runResult.ts';

/** A run with a name of its own in a file. */
type NamedRun = Pick<KeptRun, 'name' | 'settings' | 'seed' | 'steps' | 'result'>;

/**
 * A row for each run: name, seed, steps, the settings in which any run differs from the defaults, then
 * the objective and the scores, empty where a run has none.
 */
export function runsCsv(lab: Lab, runs: readonly NamedRun[]): string {
  const changed = Object.keys(lab.table.settings).filter((name) =>
    runs.some(({ settings }) => name in changedValues(lab.table, settings)),
  );
  const figures = runs.map(({ settings, result }) =>
    result ? figuresOf(lab, settings, result) : [],
  );
  const names = [...new Set(figures.flat().map(({ name }) => name))];
  return columnsCsv([
    { name: 'run', values: runs.map(({ name }) => name) },
    { name: 'seed', values: runs.map(({ seed }) => seed), digits: 17 },
    { name: 'steps', values: runs.map(({ steps }) => steps) },
    ...changed.map((name) => ({
      name,
      values: runs.map(({ settings }) => {
        const value = settings[name];
        return typeof value === 'boolean' ? String(value) : value;
      }),
    })),
    ...names.map((name) => ({
      name,
      values: figures.map((all) => all.find((one) => one.name === name)?.value ?? Number.NaN),
    })),
  ]);
}

/** A row for each point of each curve: the name of the run, its place along x and the value. */
export function curvesCsv(
  runs: readonly { readonly name: string; readonly curve: RunCurve }[],
): string {
  const rows = runs.flatMap(({ name, curve }) =>
    Array.from(curve.xs, (x, i) => ({ name, x, value: curve.values[i] })),
  );
  const of = [...new Set(runs.map(({ curve }) => curve.of))].join(' or ');
  return columnsCsv([
    { name: 'run', values: rows.map(({ name }) => name) },
    { name: 'step', values: rows.map(({ x }) => x) },
    { name: of, values: rows.map(({ value }) => value) },
  ]);
}
