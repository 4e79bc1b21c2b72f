import type { LabExports } from '../../shared/keeping/labExports.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'topics', label: 'Topics' },
    { value: 'documents', label: 'Documents' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [],
};
