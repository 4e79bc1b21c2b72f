import { useMemo } from 'react';
import { useController, useViewEntry } from '../../../../store/context.ts';
import { viewEntry } from '../../../../store/view.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { FoldInQuery } from '../../snapshot.ts';
import common from '../topics.module.css';
import { Marked, Shares } from './Reading.tsx';

const MOST_CHARACTERS = 20_000;
/** After this long without a key the text is asked about. */
const REST = { restMs: 250 };

const typed = viewEntry('');

/** A text that is typed or pasted, folded in: its shares are found while the topics stay fixed. */
export default function NewTextView() {
  const controller = useController();
  const text = useViewEntry(typed);
  const query = useMemo(
    (): FoldInQuery | null => (text.trim() === '' ? null : { kind: 'foldIn', text }),
    [text],
  );
  const { inspection: answer, failure } = useFollowed(topics, query, REST);
  return (
    <div className={common.view}>
      <textarea
        className={common.field}
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
          <p className={common.note} role="status">
            {answer.unknown === 0
              ? 'The vocabulary has all of its words.'
              : `Words that are not in the vocabulary, and are left out: ${answer.unknown}.`}
          </p>
          <Shares gamma={answer.gamma} />
        </>
      )}
      {text !== '' && <Marked text={text} answer={answer} />}
    </div>
  );
}
