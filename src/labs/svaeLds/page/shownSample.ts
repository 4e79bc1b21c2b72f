import { viewEntry } from '../../../store/view.ts';

/** Which sample the page shows while single samples are shown, counted from 1. */
export const shownSample = viewEntry(1);
