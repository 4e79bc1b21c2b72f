import { useSnapshot } from '../../../../store/context.ts';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { FIRST_STEPS, type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeSlds } from '../../lab.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';

export function useTime(): Time {
  const snapshot = useSnapshot(svaeSlds);
  const edited = useEditsOf(svaeSlds, 'setInputEnd').at(0)?.step;
  const end = edited ?? snapshot?.inputEnds ?? FIRST_STEPS;
  return useTimeOf(snapshot, end, useSldsEditing().moveInputEnd);
}
