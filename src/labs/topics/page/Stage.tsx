import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { DocumentPicturesPanel, TopicPicturesPanel } from './bars/panels.tsx';
import styles from './Stage.module.css';

/** Topics, documents, and the bound. */
export function Stage() {
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid}>
      <div className={styles.topics}>
        <TopicPicturesPanel />
      </div>
      <div className={styles.documents}>
        <DocumentPicturesPanel />
      </div>
      <div className={styles.bound}>
        <BoundPanel />
      </div>
    </LabStage>
  );
}
