import { useId, useState } from 'react';
import { grouped } from '../../../../settings/words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useTopicLooks } from '../looks.ts';
import styles from './Document.module.css';
import { DocumentSharesPlot } from './DocumentSharesPlot.tsx';
import { MarkedText } from './MarkedText.tsx';
import { useDocumentAnswer } from './useDocumentAnswer.ts';

/** Hits of a search that are listed. */
const MOST_HITS = 12;

/** A document to read: its words in the colours of their topics, and its shares. */
export function DocumentView() {
  const { corpus, document, answer, failure } = useDocumentAnswer();
  const looks = useTopicLooks();
  const { hovered, onHover } = useTarget('cluster');
  if (corpus === null) return null;
  const current = answer?.document === document ? answer : null;
  return (
    <div className={styles.view}>
      <Chooser titles={corpus.titles} texts={corpus.texts} document={document} />
      {failure && <p>{failure}</p>}
      {current && (
        <DocumentSharesPlot
          gamma={current.gamma}
          looks={looks}
          hovered={hovered}
          onHover={onHover}
        />
      )}
      {corpus.texts && (
        <MarkedText
          text={corpus.texts[document] ?? ''}
          vocabulary={corpus.vocabulary}
          answer={current}
          looks={looks}
          hovered={hovered}
        />
      )}
    </div>
  );
}

interface ChooserProps {
  readonly titles: readonly string[];
  readonly texts: readonly string[] | null;
  readonly document: number;
}

/** Which document is shown: by its title, one after the other, or by words in it. */
function Chooser({ titles, texts, document }: ChooserProps) {
  const { selected, onSelect } = useTarget('row');
  const [search, setSearch] = useState('');
  const list = useId();
  const choose = (next: number) => {
    if (next !== selected) onSelect(next);
  };
  const wanted = search.trim().toLowerCase();
  const hits =
    wanted === ''
      ? []
      : titles.flatMap((title, d) =>
          `${title} ${texts?.[d] ?? ''}`.toLowerCase().includes(wanted) ? [d] : [],
        );
  return (
    <>
      <div className={styles.chooser}>
        <Button
          aria-label="Previous document"
          disabled={document === 0}
          onClick={() => choose(document - 1)}
        >
          ‹
        </Button>
        <select
          className={styles.select}
          aria-label="Document"
          value={document}
          onChange={({ target }) => choose(Number(target.value))}
        >
          {titles.map((title, d) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document is its place in the corpus
            <option key={d} value={d}>
              {title}
            </option>
          ))}
        </select>
        <Button
          aria-label="Next document"
          disabled={document >= titles.length - 1}
          onClick={() => choose(document + 1)}
        >
          ›
        </Button>
        <input
          type="search"
          className={styles.search}
          aria-label="Search in the documents"
          aria-controls={list}
          placeholder="Search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <ul id={list} className={styles.hits}>
        {hits.slice(0, MOST_HITS).map((d) => (
          <li key={d}>
            <Button size="small" variant="quiet" onClick={() => choose(d)}>
              {titles[d]}
            </Button>
          </li>
        ))}
        {wanted !== '' && (
          <li role="status">
            {hits.length > MOST_HITS
              ? `and ${grouped(hits.length - MOST_HITS)} more`
              : hits.length === 0
                ? 'No document has it.'
                : ''}
          </li>
        )}
      </ul>
    </>
  );
}
