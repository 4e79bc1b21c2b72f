import { COMPUTED_DIGITS, columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';
import { marginalsOfNetwork, marginalsOfPlane } from './marginalTables.ts';

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
      ({ course }) => {
        const orElse = (values: readonly (number | null)[], other: number) =>
          values.map((value) => value ?? other);
        return columnsCsv([
          { name: 'update', values: course.update },
          { name: 'factor', values: course.factor.map((factor) => (factor ?? -1) + 1) },
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
};
