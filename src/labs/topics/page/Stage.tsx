import { lazy } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import { useWantsOwnData } from '../../shared/ownData/useWantsOwnData.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import { AncestryPanel } from './ancestry/AncestryPanel.tsx';
import { DocumentPicturesPanel, TopicPicturesPanel } from './bars/panels.tsx';
import { useCorpusKind } from './corpusKind.ts';
import { CoursePanel } from './course/CoursePanel.tsx';
import { useMemoryOfTopics, useTopicLooks } from './looks.ts';
import { TextsButtons } from './ownTexts/TextsButtons.tsx';
import { TextsInHand } from './ownTexts/TextsInHand.tsx';
import { SidePanel } from './SidePanel.tsx';
import styles from './Stage.module.css';
import { TopicsTable } from './TopicsTable.tsx';

const SharingPanel = lazy(() => import('./ancestry/SharingPanel.tsx'));
const UpdateView = lazy(() => import('./update/UpdateView.tsx'));

/** Topics, what is read of them, and the bound; an invitation where there are no texts yet. */
export function Stage() {
  useMemoryOfTopics(useTopicLooks());
  const isWanting = useWantsOwnData();
  return (
    <LabStage
      className={styles.stage}
      gridClassName={isWanting ? undefined : styles.grid}
      slowMotion={<UpdateView />}
    >
      {isWanting ? <Invitation /> : <Panels />}
      <TextsInHand />
    </LabStage>
  );
}

function Panels() {
  const kind = useCorpusKind();
  const isPictures = kind === 'pictures';
  const isAncestry = kind === 'ancestry';
  return (
    <>
      <div className={styles.topics}>
        {isPictures ? <TopicPicturesPanel /> : isAncestry ? <AncestryPanel /> : <TopicsTable />}
      </div>
      <div className={styles.reader}>
        <SidePanel />
      </div>
      <div className={styles.bound}>
        <CoursePanel />
      </div>
      {isAncestry && (
        <div className={classNames(styles.documents, styles.sharing)}>
          <LaterPanel name="Shared alleles" part="documents" panel={SharingPanel} />
        </div>
      )}
      {isPictures && (
        <div className={styles.documents}>
          <DocumentPicturesPanel />
        </div>
      )}
    </>
  );
}

/** Where own texts are asked for and there are none. */
function Invitation() {
  return (
    <section className={styles.invitation} aria-labelledby="own-texts">
      <h2 id="own-texts">Bring your own texts</h2>
      <p>
        Paste a text, load files or a folder, or drop them anywhere on the page: plain text, or a
        table with a column of texts, in any language. A table of genotypes, with individuals in
        rows and markers in columns, is read, too, and so are VCF and STRUCTURE files. They stay on
        this device.
      </p>
      <TextsButtons />
    </section>
  );
}
