import { useMemo } from 'react';
import { SharesPlot, type ShareWords } from '../../../shared/stage/SharesPlot.tsx';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import { useTopicLooks } from '../looks.ts';
import styles from '../SidePanel.module.css';
import common from '../topics.module.css';

const QUERY = { kind: 'time' } as const;
const WORDS: ShareWords = { label: 'Topics over time', share: 'share of the words', part: 'Topic' };

/** Shares of the topics in the documents of each period. */
export default function TimeView() {
  const looks = useTopicLooks();
  const { inspection, failure } = useFollowed(topics, QUERY);
  const { hovered, onHover } = useTarget('cluster');
  const curves = useMemo(
    () => inspection && { x: inspection.years, shares: inspection.shares },
    [inspection],
  );
  const isSame = inspection?.shares.length === (inspection?.years.length ?? 0) * looks.length;
  if (failure) return <p className={common.note}>{failure}</p>;
  const part = looks.findIndex(({ id }) => id === hovered);
  return (
    <div className={styles.filled}>
      <div className={styles.plot}>
        <SharesPlot
          curves={isSame ? curves : null}
          parts={looks.length}
          looks={looks}
          words={WORDS}
          xLabel="year"
          xText={String}
          hovered={part < 0 ? null : part}
          onHover={(k) => onHover(k === null ? null : (looks[k]?.id ?? null))}
          motionKey="time"
        />
      </div>
      <p className={common.note} data-export="text">
        Mean shares of the documents of each period.
      </p>
    </div>
  );
}
