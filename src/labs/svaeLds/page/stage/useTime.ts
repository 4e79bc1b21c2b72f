import { useDocument } from '../../../../store/context.ts';
import { editsOf } from '../../../lab.ts';
import { type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeLds } from '../../lab.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import { inputEndOf } from '../editing/editsInForce.ts';

export function useTime(): Time {
  const edited = useDocument((document) => inputEndOf(editsOf(svaeLds, document)));
  return useTimeOf(svaeLds, edited, useDynamicsEditing().moveInputEnd);
}
