import { useMemo } from 'react';
import { useDocument, useRun } from '../../../../store/context.ts';
import { type InspectionState, useInspection } from '../../../shared/useInspection.ts';
import { svaeGmm } from '../../lab.ts';
import type { IterationInspection } from '../../snapshot.ts';

/** One iteration for one point of the data set, asked for again when the model or its settings change. */
export function useIteration(row: number | null): InspectionState<IterationInspection> {
  const step = useRun((state) => state.step);
  const run = useRun((state) => state.runId);
  const settings = useDocument((document) => document.settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: under other settings it is another question
  const query = useMemo(
    () => (row === null ? null : ({ kind: 'iteration', row } as const)),
    [row, settings],
  );
  return useInspection(svaeGmm, query, `${run} ${step}`);
}
