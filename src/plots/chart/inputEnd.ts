const LARGE = 10;

/**
 * Spoken value of the line where input ends; null for input throughout.
 *
 * @param nameOf what a step is called
 */
export function inputEndText(
  step: number | null,
  nameOf = (at: number): string => `step ${at}`,
): string {
  if (step === null) return 'Input throughout';
  return step <= 0 ? 'No input at all' : `Input ends at ${nameOf(step)}`;
}

/**
 * Where a key moves the line: a step, null for input throughout, undefined for keys that are not
 * for it. The step after the last one is "throughout".
 */
export function inputEndAfterKey(
  key: string,
  shift: boolean,
  step: number | null,
  steps: number,
): number | null | undefined {
  const by = (change: number): number | null => {
    const next = Math.max(0, (step ?? steps) + change);
    return next >= steps ? null : next;
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
      return 0;
    case 'End':
    case 'Delete':
      return null;
    default:
      return undefined;
  }
}
