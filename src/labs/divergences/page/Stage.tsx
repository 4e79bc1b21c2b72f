import { lazy, memo, Suspense, useMemo } from 'react';
import { useDocument } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { editsOf, settingsOf } from '../../lab.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import layout from '../../shared/stage/PartsStage.module.css';
import { SettingSegments } from '../../shared/stage/SettingSegments.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { useSharedParts } from '../../shared/stage/useSharedParts.ts';
import { withInfinities } from '../infinities.ts';
import { divergences } from '../lab.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';
import { DensitiesStage } from './densities/DensitiesStage.tsx';
import { isShown } from './gestures.ts';
import styles from './Stage.module.css';
import { useGestures } from './useGestures.ts';

// What the first picture does not need comes when it is asked for.
const BarsStage = lazy(() => import('./bars/BarsStage.tsx'));
const JensenStage = lazy(() => import('./jensen/JensenStage.tsx'));
const PlaneStage = lazy(() => import('./plane/PlaneStage.tsx'));
const IdentityStage = lazy(() => import('./identity/IdentityStage.tsx'));
const SettingSlider = lazy(() => import('../../shared/stage/SettingSlider.tsx'));

/** The part that is chosen, and over it the choice of the part. */
export function Stage() {
  return (
    <LabStage className={classNames(layout.stage, styles.stage)} gridClassName={layout.grid}>
      <PartBar />
      <Suspense fallback={null}>
        <PartOfStage />
      </Suspense>
    </LabStage>
  );
}

function PartOfStage() {
  const { snapshot: newest } = useDrawn(divergences);
  const snapshot = useSharedParts(useMemo(() => newest && withInfinities(newest), [newest]));
  return snapshot && <PartStage snapshot={snapshot} />;
}

const PartStage = memo(function PartStage({
  snapshot,
}: {
  readonly snapshot: DivergencesSnapshot;
}) {
  if (snapshot.part === 'bars') return <BarsStage view={snapshot} />;
  if (snapshot.part === 'jensen') return <JensenStage view={snapshot} />;
  if (snapshot.part === 'plane') return <PlaneStage view={snapshot} />;
  if (snapshot.part === 'identity') return <IdentityStage view={snapshot} />;
  return <DensitiesStage view={snapshot} />;
});

/** The parts, the number that belongs to the one that is shown, and the way back from what was dragged. */
function PartBar() {
  const gestures = useGestures();
  const slider = useDocument((document) => sliderOf(settingsOf(divergences, document)));
  const hasAreas = useDocument((document) => {
    const { part } = settingsOf(divergences, document);
    return part === 'densities' || part === 'bars';
  });
  const changed = useDocument((document) => {
    const settings = settingsOf(divergences, document);
    return editsOf(divergences, document).filter((edit) => isShown(edit, settings)).length;
  });
  return (
    <div className={classNames(layout.bar, styles.bar)} data-export="leave-out">
      <SettingSegments of={divergences} name="part" label="Part of the lab" />
      {hasAreas && <SettingSegments of={divergences} name="areas" label="Areas and terms" />}
      <Suspense fallback={null}>
        {slider && (
          <div className={styles.slider}>
            <SettingSlider key={slider} name={slider} {...divergencesTable.settings[slider]} />
          </div>
        )}
      </Suspense>
      <Button size="small" disabled={changed === 0} onClick={() => void gestures.clear()}>
        Clear changes
      </Button>
    </div>
  );
}

function sliderOf({ part, fit }: DivergencesSettings) {
  if (part === 'plane') return 'correlation';
  if (part === 'identity') return 'logEvidence';
  return part === 'densities' && fit === 'alpha' ? 'alpha' : null;
}
