import { viewEntry } from '../../../store/view.ts';

/** What the reader shows. */
export type Side = 'document' | 'topic' | 'vocabulary' | 'own' | 'map' | 'time' | 'compare';

export const side = viewEntry<Side>('document');
