import type { Lab } from '../../labs/lab.ts';
import type { RunState } from '../../store/run.ts';

export type Speed = RunState['speed'];

const LABELS = { 'slow-start': 'Slow start', full: 'Full speed' } as const;

/** Steps per second of slow motion. */
const SLOW = [1, 3, 10, 30, 100] as const;

/** What can be chosen for a lab, from slow motion to full speed. */
export function speedOptions({ firstSpeed }: Pick<Lab, 'firstSpeed'>) {
  const speeds: readonly Speed[] =
    firstSpeed === undefined ? [...SLOW, 'slow-start', 'full'] : [...SLOW, 'full'];
  return speeds.map((speed) => ({ value: String(speed), label: describeSpeed(speed) }));
}

function describeSpeed(speed: Speed): string {
  if (typeof speed === 'string') return LABELS[speed];
  return speed === 1 ? '1 step/s' : `${speed} steps/s`;
}

/** From the value of an option back to a speed. */
export function speedOf(value: string): Speed {
  return value === 'full' || value === 'slow-start' ? value : Number(value);
}
