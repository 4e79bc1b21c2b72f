import { viewEntry } from '../../../../store/view.ts';
import { type KeptRun, notesOfRuns, readRuns } from '../../keptRuns.ts';

/** Runs that are kept to be compared: for the time of a visit, and in links. */
export const keptRuns = viewEntry<readonly KeptRun[]>([], {
  name: 'runs',
  read: readRuns,
  note: notesOfRuns,
});
