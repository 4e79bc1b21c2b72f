import { lazy, Suspense } from 'react';
import { useController, useViewEntry } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { StagePanel } from '../../shared/stage/StagePanel.tsx';
import type { Highlight } from '../texts/formulas.ts';
import { DocumentView } from './document/DocumentView.tsx';
import { useCorpus } from './document/useDocumentAnswer.ts';
import styles from './SidePanel.module.css';
import { side } from './side.ts';

const TopicView = lazy(() => import('./topic/TopicView.tsx'));

const DOCUMENT: readonly Highlight[] = ['shares', 'responsibilities', 'words'];
const SIDES = [
  { value: 'document', label: 'Document' },
  { value: 'topic', label: 'Topic' },
] as const;

/** Next to the topics: one document, one topic, or all of them in another way. */
export function SidePanel() {
  const controller = useController();
  const corpus = useCorpus();
  const shown = useViewEntry(side);
  if (corpus === null) return null;
  return (
    <StagePanel
      name="Reader"
      heading={null}
      part="reader"
      litBy={DOCUMENT}
      actions={
        <Segmented
          label="What is read"
          value={shown}
          segments={SIDES}
          onChange={(next) => controller.setEntry(side, () => next)}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label="What is read">
        <Suspense fallback={null}>
          {shown === 'document' && <DocumentView />}
          {shown === 'topic' && <TopicView />}
        </Suspense>
      </section>
    </StagePanel>
  );
}
