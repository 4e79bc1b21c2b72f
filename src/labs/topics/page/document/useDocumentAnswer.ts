import { useMemo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { DocumentQuery } from '../../snapshot.ts';

/** The corpus that is shown; null before the first. */
export const useCorpus = () =>
  useRun(({ dataset }) => (dataset?.kind === 'documents' ? dataset : null));

/** Of the document that is read. */
export function useDocumentQuery() {
  const corpus = useCorpus();
  const { selected } = useTarget('row');
  const document = Math.min(selected ?? 0, Math.max(0, (corpus?.rows ?? 1) - 1));
  const query = useMemo((): DocumentQuery => ({ kind: 'document', document }), [document]);
  return { corpus, document, query };
}

/** The document that is read, and what the model makes of it. */
export function useDocumentAnswer() {
  const { query, ...its } = useDocumentQuery();
  const { inspection, failure } = useFollowed(topics, query);
  return { ...its, answer: inspection, failure };
}
