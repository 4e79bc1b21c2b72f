import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { type Time, useTimeOf } from '../../../shared/stage/useTimeOf.ts';
import { svaeSlds } from '../../lab.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';

export function useTime(): Time {
  const edited = useEditsOf(svaeSlds, 'setInputEnd').at(0)?.step ?? null;
  return useTimeOf(svaeSlds, edited, useSldsEditing().moveInputEnd);
}
