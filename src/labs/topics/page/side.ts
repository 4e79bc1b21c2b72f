import { viewEntry } from '../../../store/view.ts';

/** What the reader shows. */
export type Side = 'document' | 'topic';

export const side = viewEntry<Side>('document');
