/** Parts of the page a teacher can hide from a class, by the names links use. */
export const hidable = [
  { name: 'settings', label: 'Settings' },
  { name: 'explanation', label: 'Explanation and challenges' },
  { name: 'speed', label: 'Speed' },
  { name: 'seed', label: 'Seed' },
  { name: 'backend', label: 'Backend' },
] as const;
