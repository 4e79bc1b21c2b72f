import { useDocument } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { editsOf, settingsOf } from '../../lab.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';
import { DensitiesStage } from './densities/DensitiesStage.tsx';
import { useGestures } from './densities/panels.tsx';
import { isShown } from './gestures.ts';
import styles from './Stage.module.css';

/** The part that is chosen, and over it the way back from what was dragged. */
export function Stage() {
  const { snapshot } = useDrawn(divergences);
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid}>
      <PartBar />
      {snapshot && <PartStage snapshot={snapshot} />}
    </LabStage>
  );
}

function PartStage({ snapshot }: { readonly snapshot: DivergencesSnapshot }) {
  if (snapshot.part === 'densities') return <DensitiesStage view={snapshot} />;
  return null;
}

/** What can be taken back on the stage. */
function PartBar() {
  const gestures = useGestures();
  const changed = useDocument((document) => {
    const settings = settingsOf(divergences, document);
    return editsOf(divergences, document).filter((edit) => isShown(edit, settings)).length;
  });
  // Not `disabled`: the focus stays on the button that was pressed.
  return (
    <div className={styles.bar} data-export="leave-out">
      <Button
        size="small"
        aria-disabled={changed === 0}
        onClick={changed === 0 ? undefined : () => void gestures.clear()}
      >
        Undo all changes here
      </Button>
    </div>
  );
}
