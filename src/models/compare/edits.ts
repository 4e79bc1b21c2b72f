import { refusesEdits } from '../parts/editRefusal.ts';

export const parseCompareEdit = refusesEdits(
  'The models that are compared can be edited only in their own labs.',
);
