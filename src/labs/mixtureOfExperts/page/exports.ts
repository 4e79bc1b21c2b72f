import { columnsCsv } from '../../../files/exportCsv.ts';
import { emCurve } from '../../shared/em/emCurve.ts';
import { courseTable, sharingTable } from '../../shared/em/tables.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { plainExpertsSnapshot } from '../plain.ts';
import type { Expert, ExpertsSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    { value: 'gate', label: 'Gate' },
    { value: 'responsibilities', label: 'Responsibilities' },
    { value: 'free-energy', label: 'ELBO' },
  ],
  tables: [
    sharingTable('expert'),
    table<ExpertsSnapshot>(
      'Experts',
      'Coefficients, widths and gates as CSV, in the units of the data',
      (snapshot, dataset) => {
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
      },
    ),
    courseTable,
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
  hasBound: false,
  curve: emCurve,
};
