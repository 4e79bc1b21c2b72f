import { refusesEdits } from '../shared/data/editRefusal.ts';

export const parseExpertsEdit = refusesEdits('Experts cannot be edited.');
