import { refusesEdits } from '../shared/data/editRefusal.ts';

export const parseCompareEdit = refusesEdits(
  'The models that are compared can be edited only in their own labs.',
);
