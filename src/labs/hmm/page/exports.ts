import { columnsCsv } from '../../../files/exportCsv.ts';
import { emCurve } from '../../shared/em/emCurve.ts';
import { courseTable, sharingTable } from '../../shared/em/tables.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { plainHmmSnapshot } from '../plain.ts';
import type { HmmSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Series' },
    { value: 'responsibilities', label: 'States' },
    { value: 'transitions', label: 'Transitions' },
    { value: 'free-energy', label: 'ELBO' },
  ],
  tables: [
    sharingTable('state'),
    table<HmmSnapshot>(
      'States',
      'Means, standard deviations and transition probabilities as CSV, in the units of the data',
      (snapshot, dataset) => {
        const { states, transition } = plainHmmSnapshot(snapshot, dataset);
        return columnsCsv([
          { name: 'state', values: states.map(({ id }) => id + 1) },
          { name: 'steps', values: states.map(({ count }) => count) },
          { name: 'mean', values: states.map(({ mean }) => mean) },
          { name: 'standard deviation', values: states.map(({ deviation }) => deviation) },
          { name: 'initial', values: states.map(({ initial }) => initial) },
          ...states.map(({ id }) => ({
            name: `to state ${id + 1}`,
            values: transition.map((row) => row[id]),
          })),
        ]);
      },
    ),
    courseTable,
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
  hasBound: false,
  curve: emCurve,
};
