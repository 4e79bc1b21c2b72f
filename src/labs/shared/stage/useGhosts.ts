import { useMemo } from 'react';
import { type Ghost, NO_GHOSTS } from '../../../plots/chart/ghost.ts';
import { useDocument } from '../../../store/context.ts';

/** Lines of the kept runs in a chart of this objective. */
export function useGhosts(of: string): readonly Ghost[] {
  const kept = useDocument((document) => document.kept);
  return useMemo(
    () =>
      kept?.flatMap(({ mark, name, result }) =>
        result?.curve.of === of ? [{ mark, name, ...result.curve }] : [],
      ) ?? NO_GHOSTS,
    [kept, of],
  );
}
