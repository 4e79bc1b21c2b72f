import { useMemo } from 'react';
import { useDrawnPart } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import type { SldsState } from '../../snapshot.ts';

/** The states that are so, as the same list until others are. */
export function useStatesThat(are: (state: SldsState) => boolean): readonly number[] {
  const found = useDrawnPart(svaeSlds, ({ states }) =>
    states.flatMap((state) => (are(state) ? [state.id] : [])).join(),
  );
  return useMemo(() => (found ? found.split(',').map(Number) : []), [found]);
}
