import { refusesEdits } from '../shared/data/editRefusal.ts';

export const parseMeanFieldEdit = refusesEdits('This target cannot be edited.');
