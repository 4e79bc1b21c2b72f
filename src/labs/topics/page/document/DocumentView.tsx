import { memo, useId, useMemo, useState } from 'react';
import type { Documents } from '../../../../datasets/dataset.ts';
import { PictureTile } from '../../../../plots/encoded/PictureTile.tsx';
import { grouped } from '../../../../settings/words.ts';
import { useSnapshot } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { classNames } from '../../../../ui/classNames.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { topics } from '../../lab.ts';
import { expectedPictures, scaledPictures } from '../bars/pictures.ts';
import common from '../topics.module.css';
import styles from './Document.module.css';
import { Marked, Shares } from './Reading.tsx';
import { useDocumentAnswer } from './useDocumentAnswer.ts';

/** Hits of a search that are listed. */
const MOST_HITS = 12;

/** A document to read: its words in the colours of their topics, and its shares. */
export function DocumentView() {
  const { corpus, document, answer, failure } = useDocumentAnswer();
  if (corpus === null) return null;
  const current = answer?.document === document ? answer : null;
  return (
    <div className={common.view}>
      <Chooser titles={corpus.titles} texts={corpus.texts} document={document} />
      <About corpus={corpus} document={document} />
      {failure && <p>{failure}</p>}
      <div className={styles.parts}>
        <div>{!failure && <Shares gamma={current?.gamma ?? null} />}</div>
        {corpus.side !== null && <DocumentPictures corpus={corpus} document={document} />}
      </div>
      {corpus.texts && <Marked text={corpus.texts[document] ?? ''} answer={current} />}
    </div>
  );
}

/** Group and year of a document, where they are known. */
function About({ corpus, document }: { readonly corpus: Documents; readonly document: number }) {
  const group = corpus.groups[corpus.labels?.[document] ?? -1];
  const year = corpus.dates?.[document];
  const isDated = year !== undefined && Number.isFinite(year);
  const said = [group, isDated ? String(Math.floor(year)) : undefined].filter(Boolean);
  return said.length === 0 ? null : <p className={common.note}>{said.join(', ')}</p>;
}

/** A document that is a picture, and the picture that the model expects of it. */
function DocumentPictures({
  corpus,
  document,
}: {
  readonly corpus: Documents;
  readonly document: number;
}) {
  const snapshot = useSnapshot(topics);
  const pixels = corpus.vocabulary.length;
  const side = corpus.side ?? 1;
  const observed = useMemo(() => {
    const bag = new Float32Array(pixels);
    for (let at = corpus.starts[document]; at < corpus.starts[document + 1]; at++)
      bag[corpus.words[at]] = corpus.counts[at];
    return scaledPictures(bag, pixels);
  }, [corpus, document, pixels]);
  const expected = useMemo(
    () => snapshot && scaledPictures(expectedPictures(snapshot, [document]), pixels),
    [snapshot, document, pixels],
  );
  return (
    <div className={styles.pictures}>
      <PictureTile name="Document" values={observed} side={side} />
      <PictureTile name="Expected" values={expected ?? undefined} side={side} />
    </div>
  );
}

interface ChooserProps {
  readonly titles: readonly string[];
  readonly texts: readonly string[] | null;
  readonly document: number;
}

/**
 * Which document is shown: by its title, one after the other, or by words in it. Frames do not change
 * it, and there may be ten thousand titles.
 */
const Chooser = memo(({ titles, texts, document }: ChooserProps) => {
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
          className={classNames(common.field, styles.select)}
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
        {texts && (
          <input
            type="search"
            className={classNames(common.field, styles.search)}
            aria-label="Search in the documents"
            aria-controls={list}
            placeholder="Search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
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
});
