import { lazy } from 'react';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { AncestryPanel } from './ancestry/AncestryPanel.tsx';
import { DocumentPicturesPanel, TopicPicturesPanel } from './bars/panels.tsx';
import { CoursePanel } from './course/CoursePanel.tsx';
import { useCorpus } from './document/useDocumentAnswer.ts';
import { useMemoryOfTopics, useTopicLooks } from './looks.ts';
import { TextsInHand } from './ownTexts/TextsInHand.tsx';
import { SidePanel } from './SidePanel.tsx';
import styles from './Stage.module.css';
import { TopicsTable } from './TopicsTable.tsx';

const UpdateView = lazy(() => import('./update/UpdateView.tsx'));

/** Topics, what is read of them, and the bound. */
export function Stage() {
  useMemoryOfTopics(useTopicLooks());
  const corpus = useCorpus();
  const isPictures = corpus?.side != null;
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid} slowMotion={<UpdateView />}>
      <div className={styles.topics}>
        {isPictures ? <TopicPicturesPanel /> : corpus?.tables ? <AncestryPanel /> : <TopicsTable />}
      </div>
      <div className={styles.reader}>
        <SidePanel />
      </div>
      <div className={styles.bound}>
        <CoursePanel />
      </div>
      {isPictures && (
        <div className={styles.documents}>
          <DocumentPicturesPanel />
        </div>
      )}
      <TextsInHand />
    </LabStage>
  );
}
