import { type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeSlds } from '../../lab.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';

export const useTime = (): Time => useTimeOf(svaeSlds, useSldsEditing().moveInputEnd);
