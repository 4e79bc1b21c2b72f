import type { LabExports } from '../../shared/keeping/labExports.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'posterior', label: 'Posterior' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [],
};
