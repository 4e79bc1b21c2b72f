import type { TimeDomain } from './timeScale.ts';

const LARGE = 10;

/** Spoken value of the line where input ends. */
export function inputEndText(step: number | null, { from }: TimeDomain): string {
  if (step === null) return 'Input throughout';
  return step <= from ? 'No input at all' : `Input ends at step ${step}`;
}

/**
 * Where a key moves the line: a step, null for input throughout, undefined for keys that are not
 * for it. The step after the last one is "throughout".
 */
export function inputEndAfterKey(
  key: string,
  shift: boolean,
  step: number | null,
  { from, to }: TimeDomain,
): number | null | undefined {
  const by = (steps: number): number | null => {
    const next = Math.max(from, (step ?? to) + steps);
    return next >= to ? null : next;
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(shift ? LARGE : 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(shift ? -LARGE : -1);
    case 'PageUp':
      return by(LARGE);
    case 'PageDown':
      return by(-LARGE);
    case 'Home':
      return from;
    case 'End':
    case 'Delete':
      return null;
    default:
      return undefined;
  }
}
