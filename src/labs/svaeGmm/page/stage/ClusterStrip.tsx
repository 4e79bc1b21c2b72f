import { lazy, memo, Suspense, useEffect, useMemo } from 'react';
import { useController, useDocument, useSelected, useSnapshot } from '../../../../store/context.ts';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { editsOf } from '../../../lab.ts';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { StageStrip } from '../../../shared/stage/StageStrip.tsx';
import { svaeGmm } from '../../lab.ts';
import { createClusterEditing } from '../editing/clusterEditing.ts';
import styles from './ClusterStrip.module.css';

/** Fetched after the first picture, before a cluster can have been selected. */
const loadSelected = () => whenUsable(() => import('./SelectedCluster.tsx'));
const SelectedCluster = lazy(loadSelected);

/** The selection: the selected cluster, and the edits that lie over the model. */
export const ClusterStrip = memo(function ClusterStrip() {
  const controller = useController();
  const editing = useMemo(() => createClusterEditing(controller, [0, 1]), [controller]);
  const selected = useSelected('cluster');
  const cluster = useSnapshot(svaeGmm)?.clusters.find(({ id }) => id === selected);
  // A boolean: a drag changes the edits with every move.
  const isEdited = useDocument((document) =>
    editsOf(svaeGmm, document).some((edit) => edit.cluster === selected),
  );
  useEffect(() => {
    // What cannot be fetched now is asked for again with the first selection.
    void loadSelected().catch(() => undefined);
  }, []);
  return (
    <StageStrip aria-label="Selected cluster">
      {cluster ? (
        <Suspense fallback={<Hint />}>
          <SelectedCluster
            key={cluster.id}
            cluster={cluster}
            isEdited={isEdited}
            editing={editing}
          />
        </Suspense>
      ) : (
        <Hint />
      )}
      <EditsOverModel clear={editing.clear} bake={editing.bake} />
    </StageStrip>
  );
});

function Hint() {
  return (
    <p className={styles.hint}>
      Drag a cluster by its mark and the points follow. Select one to stretch and turn it, to set
      its weight or to remove it.
    </p>
  );
}
