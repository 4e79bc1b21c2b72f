import { useMemo } from 'react';
import { useController, useViewEntry } from '../../../../store/context.ts';
import { viewEntry } from '../../../../store/view.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { FoldInQuery } from '../../snapshot.ts';
import { useTopicLooks } from '../looks.ts';
import styles from './Document.module.css';
import { DocumentSharesPlot } from './DocumentSharesPlot.tsx';
import { MarkedText } from './MarkedText.tsx';
import { useCorpus } from './useDocumentAnswer.ts';

const MOST_CHARACTERS = 20_000;
/** After this long without a key the text is asked about. */
const REST = { restMs: 250 };

const typed = viewEntry('');

/** A text that is typed or pasted, folded in: its shares are found while the topics stay fixed. */
export default function NewTextView() {
  const controller = useController();
  const corpus = useCorpus();
  const looks = useTopicLooks();
  const text = useViewEntry(typed);
  const { hovered, onHover } = useTarget('cluster');
  const query = useMemo(
    (): FoldInQuery | null => (text.trim() === '' ? null : { kind: 'foldIn', text }),
    [text],
  );
  const { inspection: answer, failure } = useFollowed(topics, query, REST);
  return (
    <div className={styles.view}>
      <textarea
        className={styles.entry}
        aria-label="New text"
        placeholder="Type or paste a text: its topics appear, and the model stays as it is."
        rows={4}
        maxLength={MOST_CHARACTERS}
        dir="auto"
        value={text}
        onChange={({ target }) => controller.setEntry(typed, () => target.value)}
      />
      {failure && <p>{failure}</p>}
      {answer && (
        <>
          <p className={styles.note} role="status">
            {answer.unknown === 0
              ? 'The vocabulary has all of its words.'
              : `Words that are not in the vocabulary, and are left out: ${answer.unknown}.`}
          </p>
          <DocumentSharesPlot
            gamma={answer.gamma}
            looks={looks}
            hovered={hovered}
            onHover={onHover}
          />
        </>
      )}
      {text !== '' && corpus && (
        <MarkedText
          text={text}
          vocabulary={corpus.vocabulary}
          answer={answer}
          looks={looks}
          hovered={hovered}
        />
      )}
    </div>
  );
}
