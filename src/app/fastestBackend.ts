/** The backend that was fastest here, kept on the device: measuring costs each visit a second. */
import { onDevice } from '../files/onDevice.ts';
import type { BackendName } from '../networks/backend.ts';

/** The part of `localStorage` used; reading or writing may throw where storage is forbidden. */
export interface BackendStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = 'svae-lab.fastest-backend';
/** Drivers and browsers change. */
const GOOD_FOR_MS = 7 * 24 * 3600 * 1000;
const NAMES: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

/** Null when nothing is known, or nothing recent, or when it may not be read. */
export function recallFastest(storage: () => BackendStorage, now: number): BackendName | null {
  try {
    const [name, measuredAt] = (storage().getItem(KEY) ?? '').split(' ');
    const age = now - Number(measuredAt);
    return NAMES.find((known) => known === name && age >= 0 && age < GOOD_FOR_MS) ?? null;
  } catch {
    return null;
  }
}

export function rememberFastest(
  storage: () => BackendStorage,
  backend: BackendName,
  now: number,
): void {
  try {
    storage().setItem(KEY, `${backend} ${now}`);
  } catch {
    // The next visit measures again.
  }
}

/** The one that was fastest in this browser; null when nothing is known. */
export const recalled = (): BackendName | null => recallFastest(onDevice, Date.now());

/** Keeps the one that is fastest in this browser. */
export const remember = (backend: BackendName): void =>
  rememberFastest(onDevice, backend, Date.now());
