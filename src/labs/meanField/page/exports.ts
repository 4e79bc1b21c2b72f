import { COMPUTED_DIGITS, columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';
import { marginalsOfNetwork, marginalsOfPlane } from './marginalTables.ts';

/** The name of a factor by its number; empty for a start. */
function factorNames(snapshot: MeanFieldSnapshot): (factor: number | null) => string {
  const nameOf = (factor: number): string | undefined =>
    snapshot.part === 'plane'
      ? snapshot.target.names[factor]
      : snapshot.nodes.find(({ id }) => id === factor)?.name;
  return (factor) => (factor === null ? '' : (nameOf(factor) ?? String(factor)));
}

export const exports: LabExports = {
  pictures: [
    { value: 'posterior', label: 'Posterior' },
    { value: 'bound', label: 'ELBO' },
    { value: 'rates', label: 'Rates' },
    { value: 'network', label: 'Network' },
    { value: 'marginals', label: 'Marginals' },
  ],
  tables: [
    table<MeanFieldSnapshot>(
      'Updates',
      'ELBO and log evidence after each update of a factor as CSV',
      (snapshot) => {
        const { course } = snapshot;
        const orElse = (values: readonly (number | null)[], other: number) =>
          values.map((value) => value ?? other);
        return columnsCsv([
          { name: 'update', values: course.update },
          { name: 'factor', values: course.factor.map(factorNames(snapshot)) },
          { name: 'ELBO', values: orElse(course.elbo, -Infinity), digits: COMPUTED_DIGITS },
          {
            name: 'log evidence',
            values: orElse(course.logEvidence, Number.NaN),
            digits: COMPUTED_DIGITS,
          },
        ]);
      },
    ),
    table<MeanFieldSnapshot>(
      'Marginals',
      'Exact marginals, those of q and those of Gibbs as CSV',
      (snapshot) =>
        columnsCsv(
          snapshot.part === 'plane' ? marginalsOfPlane(snapshot) : marginalsOfNetwork(snapshot),
        ),
    ),
  ],
  hasBound: false,
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
  curve: ({ course }: MeanFieldSnapshot) => ({
    xs: Float64Array.from(course.update),
    values: Float64Array.from(course.elbo, (elbo) => elbo ?? -Infinity),
  }),
};
