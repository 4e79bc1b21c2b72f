import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { EstimatorsSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  // Each part has plots of its own: the picture of the whole stage is of the part that is shown.
  pictures: [],
  tables: [
    table<EstimatorsSnapshot>(
      'Estimates',
      'Figures of all estimators, or the course of the race, as columns of a CSV file',
      (snapshot) => columnsCsv(columnsOf(snapshot)),
    ),
  ],
  hasBound: false,
};

function columnsOf(snapshot: EstimatorsSnapshot) {
  if (snapshot.part === 'race')
    return snapshot.racers.map(({ id, values }) => ({
      name: `E f, ${id}`,
      values: Array.from(values),
    }));
  // Measured and exact variances of averages, each beside the number of draws.
  return snapshot.estimates.flatMap(({ id, sizes, measured, errors, exact }) => [
    { name: `draws averaged, ${id}`, values: [...sizes] },
    { name: `variance measured, ${id}`, values: [...measured] },
    { name: `standard error, ${id}`, values: [...errors] },
    { name: `variance exact, ${id}`, values: [...exact] },
  ]);
}
