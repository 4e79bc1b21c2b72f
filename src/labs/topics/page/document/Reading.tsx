import { useTarget } from '../../../shared/stage/useTarget.ts';
import type { DocumentAnswer } from '../../snapshot.ts';
import { useTopicLooks } from '../looks.ts';
import { DocumentSharesPlot } from './DocumentSharesPlot.tsx';
import { MarkedText } from './MarkedText.tsx';
import { useCorpus } from './useDocumentAnswer.ts';

/** The shares of a document, by topics that are pointed at in all plots alike; null until they are known. */
export function Shares({ gamma }: { readonly gamma: DocumentAnswer['gamma'] | null }) {
  const looks = useTopicLooks();
  const { hovered, onHover } = useTarget('cluster');
  return <DocumentSharesPlot {...{ gamma, looks, hovered, onHover }} />;
}

interface MarkedProps {
  readonly text: string;
  readonly answer: Pick<DocumentAnswer, 'words' | 'responsibilities'> | null;
}

/** A text of the corpus or a new one, in the colours of the topics. */
export function Marked({ text, answer }: MarkedProps) {
  const looks = useTopicLooks();
  const { hovered } = useTarget('cluster');
  const vocabulary = useCorpus()?.vocabulary ?? [];
  return <MarkedText {...{ text, answer, looks, hovered, vocabulary }} />;
}
