import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { type EstimatorsSnapshot, type RaceView, VARIANCE } from '../snapshot.ts';

export const exports: LabExports = {
  // Each part has plots of its own: the picture of the whole stage is of the part that is shown.
  pictures: [],
  tables: [
    table<EstimatorsSnapshot>(
      'Estimates',
      'Variances of averages by each estimator, or the course of the race, as columns of a CSV file',
      (snapshot) => columnsCsv(columnsOf(snapshot)),
    ),
  ],
  hasBound: false,
  curve(snapshot: EstimatorsSnapshot) {
    if (snapshot.part === 'race') return averageCourse(snapshot);
    // Of its first estimator: baselines and other dimensions lower or raise this line.
    const [{ sizes, exact }] = snapshot.estimates;
    return { of: VARIANCE, xs: Float64Array.from(sizes), values: Float64Array.from(exact) };
  },
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};

function columnsOf(snapshot: EstimatorsSnapshot) {
  if (snapshot.part === 'race') return courseOf(snapshot);
  // Measured and exact variances of averages, each next to the number of draws.
  return snapshot.estimates.flatMap(({ id, sizes, measured, errors, exact }) => [
    { name: `draws averaged, ${id}`, values: [...sizes] },
    { name: `variance measured, ${id}`, values: [...measured] },
    { name: `standard error, ${id}`, values: [...errors] },
    { name: `variance exact, ${id}`, values: [...exact] },
  ]);
}

/** E f over the steps, averaged over the racers. */
function averageCourse({ racers, firstStep }: RaceView) {
  const { length } = racers[0].values;
  const at = (i: number) => racers.reduce((sum, { values }) => sum + values[i], 0) / racers.length;
  return {
    xs: Float64Array.from({ length }, (_, i) => firstStep + i),
    values: Float64Array.from({ length }, (_, i) => at(i)),
  };
}

/** A row for each step that is remembered. */
function courseOf({ racers, firstStep }: RaceView) {
  const steps = racers[0].values.length;
  return [
    { name: 'step', values: Array.from({ length: steps }, (_, i) => firstStep + i) },
    ...racers.flatMap(({ id, q, values, path }) => {
      const names = 'theta' in q ? ['theta'] : ['mean', 'sd'];
      const every = (first: number) =>
        Array.from({ length: steps }, (_, i) => path[i * names.length + first]);
      return [
        ...names.map((name, first) => ({ name: `${name}, ${id}`, values: every(first) })),
        { name: `E f, ${id}`, values: Array.from(values) },
      ];
    }),
  ];
}
