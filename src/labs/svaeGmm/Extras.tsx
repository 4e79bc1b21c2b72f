import styles from './Extras.module.css';
import { ExportSection } from './keeping/ExportSection.tsx';
import { OwnDataSection } from './ownData/OwnDataSection.tsx';

/** What stands below the settings: own data, and taking results away. */
export function Extras() {
  return (
    <div className={styles.extras}>
      <OwnDataSection />
      <ExportSection />
    </div>
  );
}
