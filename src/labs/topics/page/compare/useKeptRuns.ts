import { useMemo } from 'react';
import { useDocument } from '../../../../store/context.ts';
import { settingsOf } from '../../../lab.ts';
import { topics } from '../../lab.ts';
import { runDetails } from '../../runDetails.ts';

/** The kept runs of this corpus, with their topics. */
export function useKeptRuns() {
  const kept = useDocument((document) => document.kept);
  const corpus = useDocument((document) => settingsOf(topics, document).corpus);
  return useMemo(
    () =>
      (kept ?? []).flatMap((run) => {
        const details = run.settings.corpus === corpus ? runDetails(run.result?.details) : null;
        return details
          ? [{ id: run.id, name: run.name, seed: run.seed, alpha: run.settings.alpha, ...details }]
          : [];
      }),
    [kept, corpus],
  );
}
