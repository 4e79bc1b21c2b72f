import { useDocument, useSnapshot } from '../../../../store/context.ts';
import { editsOf } from '../../../lab.ts';
import { FIRST_STEPS, type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeLds } from '../../lab.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import { inputEndOf } from '../editing/editsInForce.ts';

export function useTime(): Time {
  const snapshot = useSnapshot(svaeLds);
  const edited = useDocument((document) => inputEndOf(editsOf(svaeLds, document)));
  const end = edited ?? snapshot?.inputEnds ?? FIRST_STEPS / 2;
  return useTimeOf(snapshot, end, useDynamicsEditing().moveInputEnd);
}
