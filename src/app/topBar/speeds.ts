/** Training steps per second aimed at, or as fast as the machine goes. */
export type Speed = number | 'full';

/** From slow motion, one step a second, to full. */
export const speedOptions = [1, 3, 10, 30, 100, 'full' as const].map((speed) => ({
  value: String(speed),
  label: describeSpeed(speed),
}));

export function describeSpeed(speed: Speed): string {
  if (speed === 'full') return 'Full speed';
  return speed === 1 ? '1 step/s' : `${speed} steps/s`;
}

/** From the value of an option back to a speed. */
export function speedOf(value: string): Speed {
  return value === 'full' ? 'full' : Number(value);
}
