/** Experiments that are one slider: figures 6.7b and 6.7d. */

import { useRun } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { snapshotOf } from '../../../lab.ts';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { svaeLds } from '../../lab.ts';
import { useExperimentEdit } from './useExperimentEdit.ts';

/** The thesis shifts by 100. */
const SHIFTS = { min: -100, max: 100, step: 0.5, scale: 'linear' } as const;

export function LatentShift() {
  const amount = useEditsOf(svaeLds, 'shiftLatents').at(0)?.amount ?? 0;
  const { draft, finish } = useExperimentEdit('shiftLatents');
  return (
    <NumberSlider
      {...SHIFTS}
      label="Shift of all latents"
      value={amount}
      onChange={(value) => draft({ kind: 'shiftLatents', amount: value })}
      onCommit={(value) => finish({ kind: 'shiftLatents', amount: value })}
    />
  );
}

export function NoInput() {
  const steps = useRun((run) => snapshotOf(svaeLds, run)?.steps ?? 0);
  const inputEnds = useRun((run) => snapshotOf(svaeLds, run)?.inputEnds ?? 0);
  const step = useEditsOf(svaeLds, 'setInputEnd').at(0)?.step ?? inputEnds;
  const { draft, finish } = useExperimentEdit('setInputEnd');
  return (
    <NumberSlider
      label="Input ends at step"
      min={0}
      max={steps}
      step={1}
      scale="linear"
      integer
      value={Math.min(step, steps)}
      onChange={(value) => draft({ kind: 'setInputEnd', step: value })}
      onCommit={(value) => finish({ kind: 'setInputEnd', step: value })}
    />
  );
}
