import { useMemo, useState } from 'react';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { grouped } from '../../../../settings/words.ts';
import { useDocument, useSnapshot } from '../../../../store/context.ts';
import { classNames } from '../../../../ui/classNames.ts';
import { Switch } from '../../../../ui/Switch.tsx';
import { editsOf } from '../../../lab.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { VocabularyAnswer, VocabularyQuery } from '../../snapshot.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { type TopicLook, useTopicLooks } from '../looks.ts';
import common from '../topics.module.css';
import { useTopicsEditing } from '../useTopicsEditing.ts';
import styles from './Vocabulary.module.css';

/** Words that are asked for, and of them those that are listed. */
const MOST_ASKED = 300;
const MOST_LISTED = 80;
const REST = { restMs: 150 };

/** Words of the corpus by how often they occur; each can be stopped or pinned to a topic. */
export default function VocabularyView() {
  const corpus = useCorpus();
  const looks = useTopicLooks();
  const tokens = useSnapshot(topics)?.tokens ?? 0;
  const [search, setSearch] = useState('');
  const [hasStopped, setHasStopped] = useState(true);
  const query = useMemo(
    (): VocabularyQuery => ({ kind: 'vocabulary', search: search.trim(), count: MOST_ASKED }),
    [search],
  );
  const { inspection: answer, failure } = useFollowed(topics, query, REST);
  if (corpus === null) return null;
  const all = corpus.counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.view}>
      <div className={common.row}>
        <input
          type="search"
          className={common.field}
          aria-label="Search in the vocabulary"
          placeholder="Search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Switch label="Stopped words too" checked={hasStopped} onChange={setHasStopped} />
        <p className={common.note} role="status">
          The model sees {grouped(tokens)} of {grouped(all)} words.
          {answer && ` ${grouped(answer.found)} different ones are found.`}
        </p>
      </div>
      {failure && <p className={common.note}>{failure}</p>}
      {answer && <WordsTable {...{ answer, hasStopped, looks }} vocabulary={corpus.vocabulary} />}
    </div>
  );
}

interface WordsTableProps {
  readonly answer: VocabularyAnswer;
  readonly hasStopped: boolean;
  readonly vocabulary: readonly string[];
  readonly looks: readonly TopicLook[];
}

function WordsTable({ answer, hasStopped, vocabulary, looks }: WordsTableProps) {
  const theme = useTheme();
  const { edit } = useTopicsEditing();
  const edits = useDocument((document) => editsOf(topics, document));
  const pins = useMemo(
    () => new Map(edits.flatMap((its) => (its.kind === 'pinWord' ? [[its.word, its.topic]] : []))),
    [edits],
  );
  const K = looks.length;
  const listed = Array.from(answer.words, (_, at) => at)
    .filter((at) => hasStopped || answer.isStopped[at] === 0)
    .slice(0, MOST_LISTED);
  return (
    <table className={classNames(common.table, styles.table)}>
      <thead>
        <tr>
          <th scope="col">Word</th>
          <th scope="col">Times</th>
          <th scope="col">Docs</th>
          <th scope="col">Topics</th>
          <th scope="col">Pin to</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((at) => {
          const index = answer.words[at];
          const word = vocabulary[index];
          const isStopped = answer.isStopped[at] === 1;
          return (
            <tr key={index} data-stopped={isStopped || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.word}
                  aria-pressed={isStopped}
                  aria-label={`Stop ${word}`}
                  data-tooltip={isStopped ? 'Take the word in again' : 'Leave the word out'}
                  onClick={() =>
                    void edit(
                      { kind: 'stopWord', word, stopped: !isStopped },
                      isStopped ? `${word} counts again.` : `${word} is left out.`,
                    )
                  }
                >
                  {word}
                </button>
              </th>
              <td>{grouped(answer.occurrences[at])}</td>
              <td>{grouped(answer.documents[at])}</td>
              <td>
                <span className={styles.shares} aria-hidden="true">
                  {!isStopped &&
                    looks.map((look, k) => (
                      <span
                        key={look.id}
                        style={{
                          width: `${100 * answer.shares[at * K + k]}%`,
                          background: colour(look.colour, theme),
                        }}
                      />
                    ))}
                </span>
              </td>
              <td>
                <select
                  className={classNames(common.field, styles.pin)}
                  aria-label={`Pin ${word} to`}
                  value={pins.get(word) ?? ''}
                  disabled={isStopped}
                  onChange={({ target }) => {
                    const topic = target.value === '' ? null : Number(target.value);
                    const name = looks.find(({ id }) => id === topic)?.name;
                    void edit(
                      { kind: 'pinWord', word, topic },
                      name ? `${word} belongs to ${name}.` : `${word} is free.`,
                    );
                  }}
                >
                  <option value="">–</option>
                  {looks.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
