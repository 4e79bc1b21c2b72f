import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { withInfinities } from '../infinities.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';
import { drawnOf, keptCurveOf } from './words.ts';

export const exports: LabExports = {
  // Each part has plots of its own: the picture of the whole stage is of the part that is shown.
  pictures: [],
  tables: [
    table<DivergencesSnapshot>('Curves', 'What is drawn, as columns of a CSV file', (snapshot) =>
      columnsCsv(columnsOf(withInfinities(snapshot))),
    ),
  ],
  hasBound: false,
  curve: (snapshot: DivergencesSnapshot) => {
    const [xs, values] = curveOf(withInfinities(snapshot));
    return {
      of: keptCurveOf(snapshot),
      xs: Float64Array.from(xs),
      values: Float64Array.from(values),
    };
  },
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};

/** Of a run that is kept; of both directions the q of KL(q‖p): where it comes to rest depends on its start. */
function curveOf(snapshot: DivergencesSnapshot): readonly [ArrayLike<number>, ArrayLike<number>] {
  if (snapshot.part === 'bars') return [snapshot.q.map((_, i) => i + 1), snapshot.q];
  if (snapshot.part === 'jensen') {
    const { mean, valueOfMean, meanOfValues } = snapshot;
    return [
      [mean, mean],
      [valueOfMean, meanOfValues],
    ];
  }
  if (snapshot.part === 'plane')
    return [[snapshot.correlation], [snapshot.fits[snapshot.fits.length - 1].sds[0] ** 2]];
  return [snapshot.x, snapshot.fits[snapshot.fits.length - 1].density];
}

/** The numbers behind the plots of the part that is shown. */
function columnsOf(snapshot: DivergencesSnapshot) {
  if (snapshot.part === 'bars') {
    const { mergedP, mergedQ, forwardTerms, reverseTerms, chiForwardTerms, chiReverseTerms } =
      snapshot;
    return [
      { name: 'p', values: Array.from(mergedP) },
      { name: 'q', values: Array.from(mergedQ) },
      { name: 'p log(p/q)', values: Array.from(forwardTerms) },
      { name: 'q log(q/p)', values: Array.from(reverseTerms) },
      { name: '(p - q)²/q', values: Array.from(chiForwardTerms) },
      { name: '(q - p)²/p', values: Array.from(chiReverseTerms) },
    ];
  }
  if (snapshot.part === 'jensen') {
    const { places, weights, values } = snapshot;
    return [
      { name: 'x', values: Array.from(places) },
      { name: 'weight', values: Array.from(weights) },
      { name: 'f(x)', values: Array.from(values) },
    ];
  }
  if (snapshot.part === 'plane') {
    return snapshot.fits.flatMap(({ direction, means, sds }) => [
      { name: `mean of q, ${direction}`, values: [...means] },
      { name: `standard deviation of q, ${direction}`, values: [...sds] },
    ]);
  }
  return [
    { name: 'x', values: Array.from(snapshot.x) },
    { name: 'p', values: Array.from(snapshot.p) },
    ...snapshot.fits.flatMap(({ direction, density, integrand }) => [
      { name: `q, ${direction}`, values: Array.from(density) },
      {
        name: `integrand, ${drawnOf(snapshot.areas, direction).figure}`,
        values: Array.from(integrand),
      },
    ]),
  ];
}
