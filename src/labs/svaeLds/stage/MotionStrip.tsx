import { memo, useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { announce } from '../../../ui/LiveRegion.tsx';
import { formatFixed } from '../../../ui/numbers.ts';
import { EditsOverModel } from '../../parts/editing/EditsOverModel.tsx';
import { growsWithoutBound } from '../editing/stability.ts';
import { useDynamicsHands } from '../editing/useDynamicsHands.ts';
import { useWantsSeries } from '../ownData/ownSeries.ts';
import styles from './MotionStrip.module.css';
import { useSnapshot } from './useSnapshot.ts';

/**
 * How the system stands, and the edits that lie over it. Always there and always as high, so that
 * a system that runs away moves nothing on the page.
 */
export const MotionStrip = memo(function MotionStrip() {
  const hands = useDynamicsHands();
  const isWanting = useWantsSeries();
  const snapshot = useSnapshot();
  return (
    <section aria-label="Dynamics in hand" className={styles.strip}>
      <div className={styles.state}>
        {snapshot && !isWanting ? (
          <Standing snapshot={snapshot} onScaleBack={hands.scaleBack} />
        ) : null}
      </div>
      <EditsOverModel clear={hands.clear} bake={hands.bake} />
    </section>
  );
});

interface StandingProps {
  readonly snapshot: NonNullable<ReturnType<typeof useSnapshot>>;
  readonly onScaleBack: () => void;
}

function Standing({ snapshot, onScaleBack }: StandingProps) {
  const { spectralRadius, errors, trouble } = snapshot;
  if (growsWithoutBound(spectralRadius)) {
    return <Growth snapshot={snapshot} onScaleBack={onScaleBack} />;
  }
  if (trouble !== null) {
    return (
      <div role="alert" className={styles.alarm}>
        <Icon name="problem" />
        <p className={styles.text}>{trouble}</p>
      </div>
    );
  }
  return (
    <dl className={styles.numbers}>
      <div>
        <dt>Spectral radius</dt>
        <dd>{formatFixed(spectralRadius, 3)}</dd>
      </div>
      <div>
        <dt>Error before the line</dt>
        <dd>{formatFixed(errors.seen, 4)}</dd>
      </div>
      <div>
        <dt>after it</dt>
        <dd>{formatFixed(errors.ahead, 4)}</dd>
      </div>
    </dl>
  );
}

function Growth({ snapshot, onScaleBack }: StandingProps) {
  const { spectralRadius, heldFrom, trouble } = snapshot;
  const text = `The system grows without bound: spectral radius ${formatFixed(spectralRadius, 2)}`;
  // Told once, not again with each number while somebody drags.
  const [first] = useState(text);
  useEffect(() => announce(first), [first]);
  return (
    <div className={styles.alarm}>
      <Icon name="problem" />
      <p className={styles.text} data-tooltip={trouble ?? undefined}>
        {text}
        {heldFrom !== null && (
          <span className={styles.more}>. Its size is held from step {heldFrom} on.</span>
        )}
      </p>
      <Button size="small" onClick={onScaleBack}>
        Scale back to the unit circle
      </Button>
    </div>
  );
}
