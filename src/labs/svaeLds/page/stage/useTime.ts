import { type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeLds } from '../../lab.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';

export const useTime = (): Time => useTimeOf(svaeLds, useDynamicsEditing().moveInputEnd);
