import { useSnapshot } from '../../../../store/context.ts';
import { FIRST_STEPS, type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeSlds } from '../../lab.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import { editsOfKind, useEdits } from '../editing/useEdits.ts';

export function useTime(): Time {
  const snapshot = useSnapshot(svaeSlds);
  const edited = editsOfKind(useEdits(), 'setInputEnd').at(0)?.step;
  const end = edited ?? snapshot?.inputEnds ?? FIRST_STEPS;
  return useTimeOf(snapshot, end, useSldsEditing().moveInputEnd);
}
