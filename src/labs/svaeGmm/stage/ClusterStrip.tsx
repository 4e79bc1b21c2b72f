import { memo, useMemo } from 'react';
import type { SvaeGmmEdit } from '../../../models/svaeGmm/edits.ts';
import type { ClusterSummary } from '../../../models/svaeGmm/snapshot.ts';
import { colour, type Theme } from '../../../plots/palette.ts';
import { symbolPath } from '../../../plots/symbols.ts';
import { useController, useDocument, useRun } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import { NumberSlider } from '../../../ui/NumberSlider.tsx';
import { formatFixed } from '../../../ui/numbers.ts';
import { type ClusterHands, createClusterHands } from '../editing/clusterHands.ts';
import { editCountInWords, placeInWords } from '../editing/editWords.ts';
import styles from './ClusterStrip.module.css';
import { useLinking } from './useLinking.ts';
import { useSnapshot } from './useSnapshot.ts';

/**
 * What is in hand: the selected cluster, and the edits that lie over the model. Always there and
 * always as high, so that taking hold of something moves nothing.
 */
export const ClusterStrip = memo(function ClusterStrip({ theme }: { readonly theme: Theme }) {
  const controller = useController();
  const hands = useMemo(() => createClusterHands(controller, [0, 1]), [controller]);
  const selected = useRun((state) => state.selectedCluster);
  const cluster = useSnapshot()?.clusters.find(({ id }) => id === selected);
  const edits = useDocument((document) => document.edits) as readonly SvaeGmmEdit[];
  return (
    <section aria-label="Clusters in hand" className={styles.strip}>
      {cluster ? (
        <Selected
          key={cluster.id}
          theme={theme}
          cluster={cluster}
          isEdited={edits.some((edit) => edit.cluster === cluster.id)}
          hands={hands}
        />
      ) : (
        <p className={styles.hint}>
          Drag a cluster by its mark and the points follow. Select one to stretch and turn it, to
          set its weight or to remove it.
        </p>
      )}
      <Edits count={edits.length} hands={hands} />
    </section>
  );
});

interface SelectedProps {
  readonly theme: Theme;
  readonly cluster: ClusterSummary;
  readonly isEdited: boolean;
  readonly hands: ClusterHands;
}

const WEIGHT = { min: 0, max: 1, step: 0.01, scale: 'linear' } as const;

function Selected({ theme, cluster, isEdited, hands }: SelectedProps) {
  const { selectCluster } = useLinking();
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
      <div className={styles.weight}>
        <NumberSlider
          label="Weight"
          {...WEIGHT}
          value={Math.round(weight * 100) / 100}
          disabled={removed}
          onChange={(value) => hands.weigh(id, value, false)}
          onCommit={(value) => hands.weigh(id, value, true)}
        />
      </div>
      <div className={styles.actions}>
        {removed ? (
          <Button size="small" onClick={() => hands.restore(id)}>
            Bring back
          </Button>
        ) : (
          <Button size="small" onClick={() => hands.remove(id)}>
            Remove
          </Button>
        )}
        <IconButton
          size="small"
          icon="restart"
          label="As learned"
          tooltip="As learned: undo the edits of this cluster"
          disabled={!isEdited}
          onClick={() => hands.undoEditsOf(id)}
        />
        <IconButton
          size="small"
          icon="close"
          label="Deselect the cluster"
          onClick={() => selectCluster(null)}
        />
      </div>
    </div>
  );
}

const EDITS_HELP =
  'Edits lie over the learned model and do not change it. Play goes on training the model underneath; clear the edits and it is back exactly. "Train from here" builds them in, and training starts from what you see.';

function Edits({ count, hands }: { readonly count: number; readonly hands: ClusterHands }) {
  return (
    <div className={styles.edits} data-some={count > 0 || undefined}>
      <p className={styles.editsText}>
        {count > 0 ? `${editCountInWords(count)} over the learned model` : 'The model as learned'}
        <HelpTip about="edits" text={EDITS_HELP} />
      </p>
      <div className={styles.actions}>
        <Button size="small" disabled={count === 0} onClick={hands.clear}>
          Clear edits
        </Button>
        <Button size="small" disabled={count === 0} onClick={hands.bake}>
          Train from here
        </Button>
      </div>
    </div>
  );
}
