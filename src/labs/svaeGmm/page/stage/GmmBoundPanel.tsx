import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { BoundPanel } from '../../../shared/stage/BoundPanel.tsx';
import { useSnapshot } from './useSnapshot.ts';

const NO_DATA = 'The ELBO appears here once there are points.';

/** The bound, with word of the structural move on trial, for which it stands still. */
export function GmmBoundPanel() {
  const isWanting = useWantsPoints();
  const onTrial = useSnapshot()?.onTrial ?? null;
  return (
    <BoundPanel
      emptyBecause={isWanting ? NO_DATA : null}
      news={
        onTrial === null
          ? null
          : `${onTrial} is on trial: a copy takes the steps, this model waits.`
      }
    />
  );
}
