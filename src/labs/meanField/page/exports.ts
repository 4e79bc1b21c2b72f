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
        const known = (values: readonly (number | null)[]) =>
          values.map((value) => value ?? Number.NaN);
        return columnsCsv([
          { name: 'update', values: course.update },
          { name: 'factor', values: course.factor.map((factor) => (factor ?? -1) + 1) },
          { name: 'ELBO', values: known(course.elbo), digits: COMPUTED_DIGITS },
          { name: 'log evidence', values: known(course.logEvidence), digits: COMPUTED_DIGITS },
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
