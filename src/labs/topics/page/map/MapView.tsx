import { useMemo } from 'react';
import { useSnapshot } from '../../../../store/context.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import { useTopicLooks } from '../looks.ts';
import styles from '../SidePanel.module.css';
import common from '../topics.module.css';
import { type MappedTopic, TopicMapPlot } from './TopicMapPlot.tsx';

const QUERY = { kind: 'map' } as const;

/** Where topics lie by the distances between their words. */
export default function MapView() {
  const snapshot = useSnapshot(topics);
  const looks = useTopicLooks();
  const { inspection, failure } = useFollowed(topics, QUERY);
  const { hovered, selected, onHover, onSelect } = useTarget('cluster');
  const mapped = useMemo(
    () =>
      (inspection?.ids ?? []).flatMap((id, at): MappedTopic[] => {
        const row = looks.findIndex((look) => look.id === id);
        const topic = snapshot?.topics[row];
        if (!inspection || !topic) return [];
        const { places } = inspection;
        return [
          { look: looks[row], share: topic.share, place: [places[2 * at], places[2 * at + 1]] },
        ];
      }),
    [inspection, looks, snapshot],
  );
  if (failure) return <p className={common.note}>{failure}</p>;
  return (
    <div className={styles.filled}>
      <div className={styles.plot}>
        <TopicMapPlot {...{ mapped, hovered, selected, onHover, onSelect }} />
      </div>
      <p className={common.note} data-export="text">
        Area: share of the words. Distance: Jensen–Shannon divergence of the words, in two
        dimensions as well as they can hold it.
      </p>
    </div>
  );
}
