import { columnsCsv } from '../../../../files/exportCsv.ts';
import type { Dataset } from '../../../engine.ts';
import { plainExpertsSnapshot } from '../../plain.ts';
import type { Expert, ExpertsSnapshot } from '../../snapshot.ts';

/** One row per expert, in the units of the data: its curve, its width, its part in the gate. */
export function expertsTable(snapshot: ExpertsSnapshot, dataset: Dataset): string {
  const { experts } = plainExpertsSnapshot(snapshot, dataset);
  const of = (value: (expert: Expert) => number) => experts.map(value);
  const degrees = experts[0]?.coefficients.length ?? 0;
  return columnsCsv([
    { name: 'expert', values: of(({ id }) => id + 1) },
    { name: 'points', values: of(({ count }) => count) },
    ...Array.from({ length: degrees }, (_, power) => ({
      name: `coefficient of x^${power}`,
      values: of(({ coefficients }) => coefficients[power]),
    })),
    { name: 'standard deviation', values: of(({ deviation }) => deviation) },
    { name: 'gate offset', values: of(({ gate }) => gate.offset) },
    { name: 'gate slope', values: of(({ gate }) => gate.slope) },
  ]);
}
