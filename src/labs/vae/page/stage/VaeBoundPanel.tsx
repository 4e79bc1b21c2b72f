import { formatFixed } from '../../../../ui/numbers.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { BoundPanel } from '../../../shared/stage/BoundPanel.tsx';
import type { ElboPart } from '../../../shared/stage/elboObjective.ts';
import { useBeta } from './useBeta.ts';

const NO_DATA = 'The ELBO appears here once there are points.';
/** There are no global parameters, and so no KL of theirs. */
const PARTS: readonly ElboPart[] = ['reconstruction', 'localKl'];

/** The bound, with word of what is raised in its place while beta is not 1. */
export function VaeBoundPanel() {
  const isWanting = useWantsPoints();
  const beta = useBeta();
  return (
    <BoundPanel
      parts={PARTS}
      emptyBecause={isWanting ? NO_DATA : null}
      news={
        beta === 1
          ? null
          : `Training raises reconstruction − ${formatFixed(beta, 2)} · KL; the curve shows the ELBO, with 1 · KL.`
      }
    />
  );
}
