/** Three steps of a chain in time: before, at and after the one that is pointed at. */
import type { ModelEdge } from '../../../plots/diagram/plateModel.ts';

export const STEPS = [
  { id: 'before', of: 't−1', offset: -1, time: 'step t − 1' },
  { id: 'now', of: 't', offset: 0, time: 'step t' },
  { id: 'after', of: 't+1', offset: 1, time: 'step t + 1' },
] as const;

/** The step that is pointed at is step t. */
export const eachRowAt = (id: (typeof STEPS)[number]['id']) =>
  id === 'now' ? ({ each: 'row' } as const) : {};

/** From step to step, coming from before the first and going on after the last. */
export const chainOf = (letter: string): readonly ModelEdge[] => [
  { to: `${letter}-before`, isNext: true },
  { from: `${letter}-before`, to: `${letter}-now`, isNext: true },
  { from: `${letter}-now`, to: `${letter}-after`, isNext: true },
  { from: `${letter}-after`, isNext: true },
];

/** Step t of so many: the wanted one, but for the first and the last, which lack a neighbour. */
export const stepNow = (wanted: number, steps: number): number =>
  Math.max(1, Math.min(steps - 2, wanted));
