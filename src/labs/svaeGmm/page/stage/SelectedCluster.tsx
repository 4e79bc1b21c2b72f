import { memo } from 'react';
import { colour } from '../../../../plots/style/palette.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useController } from '../../../../store/context.ts';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { ClusterSummary } from '../../snapshot.ts';
import type { ClusterEditing } from '../editing/clusterEditing.ts';
import { placeInWords } from '../editing/editWords.ts';
import styles from './ClusterStrip.module.css';

export interface SelectedClusterProps {
  readonly cluster: ClusterSummary;
  readonly isEdited: boolean;
  readonly editing: ClusterEditing;
}

const WEIGHT = { min: 0, max: 1, step: 0.01, scale: 'linear' } as const;

/** The selected cluster: its values, and the actions on it besides dragging. */
export default function SelectedCluster(props: SelectedClusterProps) {
  const theme = useTheme();
  const { cluster, isEdited, editing } = props;
  const controller = useController();
  const { id, weight, count, mean, removed } = cluster;
  return (
    <div className={styles.cluster}>
      <div className={styles.facts}>
        <h3 className={styles.name}>
          <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
            <path d={symbolPath(id, 5.5)} fill={colour(id, theme)} />
          </svg>
          Cluster {id + 1}
        </h3>
        <p className={styles.numbers}>
          {removed
            ? 'removed'
            : `${formatFixed(count, 0)} points at ${placeInWords(mean.slice(0, 2))}${mean.length > 2 ? ' …' : ''}`}
        </p>
      </div>
      <Weight id={id} weight={Math.round(weight * 100) / 100} removed={removed} editing={editing} />
      <div className={styles.actions}>
        {removed ? (
          <Button size="small" onClick={() => editing.restore(id)}>
            Bring back
          </Button>
        ) : (
          <Button size="small" onClick={() => editing.remove(id)}>
            Remove
          </Button>
        )}
        <IconButton
          size="small"
          icon="restart"
          label="As learned"
          tooltip="As learned: undo the edits of this cluster"
          disabled={!isEdited}
          onClick={() => editing.undoEditsOf(id)}
        />
        <IconButton
          size="small"
          icon="close"
          label="Deselect the cluster"
          onClick={() => {
            // This button goes; its cluster is where the keyboard goes on.
            document.querySelector<SVGElement>(`[data-cluster="${id}"]`)?.focus();
            controller.select('cluster', null);
          }}
        />
      </div>
    </div>
  );
}

interface WeightProps extends Pick<ClusterSummary, 'id' | 'weight' | 'removed'> {
  readonly editing: ClusterEditing;
}

/** Apart from the numbers, which change with every frame of a drag. */
const Weight = memo(function Weight({ id, weight, removed, editing }: WeightProps) {
  return (
    <div className={styles.weight}>
      <NumberSlider
        label="Weight"
        {...WEIGHT}
        value={weight}
        disabled={removed}
        onChange={(value) => editing.weigh(id, value, false)}
        onCommit={(value) => editing.weigh(id, value, true)}
      />
    </div>
  );
});
