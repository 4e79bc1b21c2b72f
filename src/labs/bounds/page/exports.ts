import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { type BoundsSnapshot, CURVES } from '../snapshot.ts';
import { annealingColumns } from './annealing/columns.ts';
import { filterColumns } from './filter/columns.ts';

export const exports: LabExports = {
  // Each part has plots of its own: the picture of the whole stage is of the part that is shown.
  pictures: [],
  tables: [
    table<BoundsSnapshot>(
      'Bounds',
      'What was measured, next to what is exact, as columns of a CSV file',
      (snapshot) => columnsCsv(columnsOf(snapshot)),
    ),
  ],
  hasBound: false,
  curve(snapshot: BoundsSnapshot) {
    if (snapshot.part === 'filter') return null;
    if (snapshot.part === 'annealing') {
      const { steps, gap } = snapshot.exact;
      const values = Float64Array.from(gap, (one) => -one);
      return { of: CURVES.annealing, xs: Float64Array.from(steps), values };
    }
    const { sizes, bounds } = snapshot.line;
    return { of: CURVES.datum, xs: Float64Array.from(sizes), values: Float64Array.from(bounds) };
  },
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};

function columnsOf(snapshot: BoundsSnapshot) {
  if (snapshot.part === 'annealing') return annealingColumns(snapshot);
  if (snapshot.part === 'filter') return filterColumns(snapshot);
  const { marks, line, logEvidence } = snapshot;
  const exact = new Map(line.sizes.map((size, i) => [size, line.bounds[i]]));
  return [
    { name: 'draws', values: marks.map(({ samples }) => samples) },
    { name: 'bound measured', values: marks.map(({ mean }) => mean) },
    { name: 'standard error', values: marks.map(({ error }) => error) },
    { name: 'repeats', values: marks.map(({ repeats }) => repeats) },
    { name: 'bound exact', values: marks.map(({ samples }) => exact.get(samples) ?? Number.NaN) },
    { name: 'log evidence', values: marks.map(() => logEvidence) },
    ...(snapshot.part === 'signal' ? snapshot.gradients : []).flatMap(
      ({ id, marks: ofGradient }) => [
        { name: `mean, ${id}`, values: ofGradient.map(({ mean }) => mean) },
        { name: `standard deviation, ${id}`, values: ofGradient.map(({ sd }) => sd) },
        { name: `signal to noise, ${id}`, values: ofGradient.map(({ ratio }) => ratio) },
      ],
    ),
  ];
}
