import { refusesEdits } from '../parts/editRefusal.ts';

export const parseExpertsEdit = refusesEdits('Experts cannot be edited.');
