/** The labs as the page knows them: settings and edits, nothing that would load tfjs. */
import { parseSvaeGmmEdit } from '../models/svaeGmm/edits.ts';
import { svaeGmmTable } from '../models/svaeGmm/settings.ts';
import type { SettingsTable } from '../settings/settingsTable.ts';

export interface LabEntry {
  /** Also the route. */
  readonly id: string;
  readonly title: string;
  readonly table: SettingsTable;
  /** Throws an Error that names the bad value. */
  readonly parseEdit: (edit: unknown) => unknown;
}

const labs: readonly LabEntry[] = [
  { id: 'svae-gmm', title: 'SVAE-GMM', table: svaeGmmTable, parseEdit: parseSvaeGmmEdit },
];

export function labNamed(id: string): LabEntry {
  const lab = labs.find((entry) => entry.id === id);
  if (lab) return lab;
  const known = labs.map((entry) => `"${entry.id}"`).join(', ');
  throw new Error(`There is no lab "${id}". Labs here: ${known}.`);
}
