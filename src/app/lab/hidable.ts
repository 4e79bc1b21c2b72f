import { PAGE_PARTS, type PagePart } from '../../settings/link.ts';

const LABELS: Readonly<Record<PagePart, string>> = {
  settings: 'Settings',
  explanation: 'Explanation and challenges',
  speed: 'Speed',
  seed: 'Seed',
  backend: 'Backend',
};

/** Parts of the page a teacher can hide from a class, by the names links use. */
export const hidable = PAGE_PARTS.map((name) => ({ name, label: LABELS[name] }));
