/** How far a person has come in the labs, kept on the device. */
import { onDevice } from './onDevice.ts';

export interface LabProgress {
  /** The last step of its tour has been seen. */
  readonly tour: boolean;
  /** Ids of the challenges that were solved. */
  readonly solved: readonly string[];
  /** How many challenges the lab has. */
  readonly challenges: number;
}

/** The part of `localStorage` used; reading or writing may throw where storage is forbidden. */
export interface ProgressStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (lab: string): string => `svae-lab.progress.${lab}`;

/** Null where the lab has not been opened yet, or what is kept cannot be read. */
export function progressIn(
  lab: string,
  storage: () => ProgressStorage = onDevice,
): LabProgress | null {
  try {
    const { tour, solved, challenges } = JSON.parse(storage().getItem(keyOf(lab)) ?? '{}');
    if (!Array.isArray(solved) || typeof challenges !== 'number') return null;
    return { tour: tour === true, solved: solved.filter(isText), challenges };
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Adds to what is kept; where nothing can be kept, nothing happens. */
export function rememberProgress(
  lab: string,
  change: Partial<LabProgress>,
  storage: () => ProgressStorage = onDevice,
): void {
  const before = progressIn(lab, storage) ?? { tour: false, solved: [], challenges: 0 };
  try {
    storage().setItem(keyOf(lab), JSON.stringify({ ...before, ...change }));
  } catch {
    // The next visit starts without it.
  }
}

export function forgetProgress(
  labs: readonly string[],
  storage: () => ProgressStorage = onDevice,
): void {
  try {
    for (const lab of labs) storage().removeItem(keyOf(lab));
  } catch {
    // Then nothing was kept either.
  }
}
