/** For which labs the first step has been taken or its line put away, kept on the device. */

/** The part of `localStorage` used; reading or writing may throw where storage is forbidden. */
export interface HintStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const keyOf = (lab: string): string => `svae-lab.first-step.${lab}`;

export function isFirstStepKnown(storage: () => HintStorage, lab: string): boolean {
  try {
    return storage().getItem(keyOf(lab)) !== null;
  } catch {
    return false;
  }
}

export function rememberFirstStep(storage: () => HintStorage, lab: string): void {
  try {
    storage().setItem(keyOf(lab), 'known');
  } catch {
    // The next visit shows the line again.
  }
}
