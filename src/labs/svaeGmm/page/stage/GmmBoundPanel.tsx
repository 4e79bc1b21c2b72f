import { useSnapshot } from '../../../../store/context.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { BoundPanel } from '../../../shared/stage/BoundPanel.tsx';
import { svaeGmm } from '../../lab.ts';

const NO_DATA = 'The ELBO appears here once there are points.';

/** The bound, with word of the structural move on trial, for which it stands still. */
export function GmmBoundPanel() {
  const isWanting = useWantsPoints();
  const onTrial = useSnapshot(svaeGmm)?.onTrial ?? null;
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
