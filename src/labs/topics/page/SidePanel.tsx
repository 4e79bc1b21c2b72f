import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Documents } from '../../../datasets/dataset.ts';
import { useController } from '../../../store/context.ts';
import { Scrolling } from '../../../ui/Scrolling.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { StagePanel } from '../../shared/stage/StagePanel.tsx';
import type { Highlight } from '../texts/formulas.ts';
import type { Side } from '../views.ts';
import { DocumentView } from './document/DocumentView.tsx';
import { useCorpus } from './document/useDocumentAnswer.ts';
import styles from './SidePanel.module.css';
import { show, useSide } from './side.ts';

interface SideView {
  readonly value: Side;
  readonly label: string;
  /** Where documents are individuals and topics clusters; absent: the same. */
  readonly ofIndividuals?: string;
  readonly tooltip: string;
  /** Absent: for any corpus. */
  readonly isFor?: (corpus: Documents) => boolean;
  readonly View: ComponentType;
}

const hasTexts = ({ texts }: Documents) => texts !== null;
const hasWords = ({ side: pixels, tables }: Documents) => pixels === null && tables === null;

// What the first picture does not need comes when it is asked for.
const VIEWS: readonly SideView[] = [
  {
    ...{ value: 'document', label: 'Document', View: DocumentView },
    ofIndividuals: 'Individual',
    tooltip: 'One document, its words in the colours of their topics',
  },
  {
    ...{ value: 'topic', label: 'Topic', View: lazy(() => import('./topic/TopicView.tsx')) },
    ofIndividuals: 'Cluster',
    tooltip: 'Name and change the selected topic; the documents behind it',
  },
  {
    ...{ value: 'vocabulary', label: 'Words' },
    tooltip: 'All words: stop them, or pin them to a topic',
    isFor: hasWords,
    View: lazy(() => import('./vocabulary/VocabularyView.tsx')),
  },
  {
    ...{ value: 'own', label: 'New' },
    tooltip: 'The shares of a text you type, with the topics fixed',
    isFor: hasTexts,
    View: lazy(() => import('./document/NewTextView.tsx')),
  },
  {
    ...{ value: 'map', label: 'Map' },
    tooltip: 'Topics with similar words lie close to each other',
    isFor: hasWords,
    View: lazy(() => import('./map/MapView.tsx')),
  },
  {
    ...{ value: 'time', label: 'Time' },
    tooltip: 'Shares of the topics over time',
    isFor: ({ dates }) => dates !== null,
    View: lazy(() => import('./time/TimeView.tsx')),
  },
  {
    ...{ value: 'compare', label: 'Compare' },
    tooltip: 'Runs with other numbers of topics, in matched colours',
    View: lazy(() => import('./compare/CompareView.tsx')),
  },
];

const READER: readonly Highlight[] = ['shares', 'responsibilities', 'words'];

/** Next to the topics: one document, one topic, or all of them in another way. */
export function SidePanel(): ReactNode {
  const controller = useController();
  const corpus = useCorpus();
  const chosen = useSide();
  if (corpus === null) return null;
  const views = VIEWS.filter(({ isFor }) => isFor === undefined || isFor(corpus));
  const { value, View } = views.find((view) => view.value === chosen) ?? views[0];
  return (
    <StagePanel name="Reader" heading={null} part="reader" litBy={READER} className={styles.panel}>
      <div className={styles.views} data-export="leave-out">
        <Segmented
          label="What is read"
          value={value}
          segments={views.map((view) => ({
            ...view,
            label: (corpus.tables && view.ofIndividuals) ?? view.label,
          }))}
          onChange={(next) => show(controller, next)}
        />
      </div>
      <Scrolling className={styles.scroll} label="What is read">
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </Scrolling>
    </StagePanel>
  );
}
