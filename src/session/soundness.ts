/** Tests a model from a file before it replaces the open one. */
import { objectiveOf } from '../labs/lab.ts';
import type { Running } from './running.ts';

/** Larger numbers are damage, and overflow as soon as a plot computes with them. */
const LARGEST = 1e100;

/** What is wrong with a loaded model, in words; null if it can be drawn and trained. Trains it. */
export function unsoundness({ engine, dataset, lab }: Running): string | null {
  const { total } = engine.evaluate();
  const mayBe = total === -Infinity && objectiveOf(lab).mayBeInfinite;
  if (!(Math.abs(total) < LARGEST) && !mayBe) return `Its ELBO is ${total}.`;
  // A series may have gaps, and a snapshot shows them.
  const mayLack = dataset.values.some(Number.isNaN);
  const draws = () => isSound(engine.snapshot(), mayLack);
  if (!draws()) return 'Some of what it computes is not a finite number.';
  if (engine.train().ok && !draws())
    return 'Its next training step gives numbers that are not finite.';
  return null;
}

/** Whether all numbers in plain data are finite. */
function isSound(data: unknown, mayLack: boolean): boolean {
  if (typeof data === 'number') {
    return Math.abs(data) < LARGEST || (mayLack && Number.isNaN(data));
  }
  if (typeof data !== 'object' || data === null) return true;
  if (!ArrayBuffer.isView(data)) return Object.values(data).every((part) => isSound(part, mayLack));
  return (data as Float64Array).every((value) => isSound(value, mayLack));
}
