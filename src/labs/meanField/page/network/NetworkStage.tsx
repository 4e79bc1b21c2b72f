import { lazy, Suspense, useEffect, useMemo } from 'react';
import { usePlotScale } from '../../../../plots/style/plotScale.ts';
import { useController, useDocument } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { classNames } from '../../../../ui/classNames.ts';
import { editsOf } from '../../../lab.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { SharedPlace } from '../../../shared/stage/SharedPlace.tsx';
import grid from '../../../shared/stage/StageGrid.module.css';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { meanField } from '../../lab.ts';
import { networkLayers } from '../../layers.ts';
import { isOfNetwork } from '../../networkEdits.ts';
import type { NetworkSnapshot } from '../../networkSnapshot.ts';
import { meanFieldTable } from '../../settings.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { AscentPanel } from '../AscentPanel.tsx';
import { NETWORK, NETWORK_PRESENTED } from '../layouts.ts';
import stage from '../Stage.module.css';
import { MarginalsPanel } from './MarginalsPanel.tsx';
import { updateInWords } from './messages.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import styles from './NetworkStage.module.css';
import { NodePanel } from './NodePanel.tsx';
import { nodeOf } from './networkChanges.ts';
import { createNetworkEditing } from './networkEditing.ts';
import { useSettled } from './useSettled.ts';

const SettingSlider = lazy(() => import('../../../shared/stage/SettingSlider.tsx'));

const COUPLING = meanFieldTable.settings.coupling;
const LIT_BY: readonly Highlight[] = ['network', 'blanket', 'messages'];
const NO_NODE = -1;
const QUIET_MS = 200;

/** A Bayesian network, and its marginals by three ways of inference. */
export function NetworkStage({ snapshot }: { readonly snapshot: NetworkSnapshot }) {
  const controller = useController();
  const editing = useMemo(() => createNetworkEditing(controller), [controller]);
  const { hovered, selected, onHover, onSelect } = useTarget('node');
  const { shown } = useLayers(networkLayers);
  const { nodes, next, evidence, exact, elbo } = snapshot;
  const isPresented = usePlotScale() > 1;
  const open = nodeOf(nodes, selected ?? NO_NODE) ?? nodeOf(nodes, next ?? NO_NODE) ?? nodes[0];
  const update = shown.messages ? snapshot.update : null;
  useEffect(() => controller.setView({ node: selected ?? NO_NODE }), [controller, selected]);
  const names = useMemo(() => {
    const byId: string[] = [];
    for (const { id, name } of nodes) byId[id] = name;
    return byId;
  }, [nodes]);
  // While steps follow each other their pictures do not wait for the table of the node that is next.
  const shownTable = useSettled(open.id, selected === null ? QUIET_MS : 0);
  const isObserved = evidence[nodes.indexOf(open)] !== null;
  const isChanged = useDocument((document) =>
    editsOf(meanField, document).some(
      (edit) => isOfNetwork(edit) && edit.target === document.settings.target,
    ),
  );
  const hasCoupling = useDocument(({ settings }) => settings.target === 'spins');
  const bar = (
    <div className={styles.bar} data-export="leave-out">
      <div className={styles.update}>
        <Button
          variant="primary"
          disabled={isObserved}
          tooltip="One update of this node, and one draw of Gibbs (U on the node)"
          onClick={() => void editing.update(open)}
        >
          <span>Update {open.name}</span>
        </Button>
      </div>
      <Button
        tooltip="Or double-click an empty place"
        onClick={() =>
          void editing.addNode().then((id) => {
            if (id !== null) controller.select('node', id);
          })
        }
      >
        Add a node
      </Button>
      <Button
        disabled={evidence.every((state) => state === null)}
        onClick={() => void editing.clearEvidence()}
      >
        Clear evidence
      </Button>
      <Button disabled={!isChanged} onClick={() => void editing.restore()}>
        Restore the preset
      </Button>
      {hasCoupling && (
        <div className={styles.coupling}>
          <Suspense fallback={null}>
            <SettingSlider name="coupling" {...COUPLING} />
          </Suspense>
        </div>
      )}
      <LayerToggles of={networkLayers} />
    </div>
  );
  const network = (
    <StagePanel name="Network" part="network" litBy={LIT_BY}>
      <div className={classNames(styles.body, grid.filled)}>
        <div className={styles.plot}>
          <NetworkPlot {...{ snapshot, update, hovered, selected, onHover, onSelect, editing }} />
        </div>
        <p className={styles.sentence} data-export="text">
          {update
            ? updateInWords(update, (id) => names[id])
            : 'Click a state to observe it, a node to see its update and its table.'}
        </p>
      </div>
    </StagePanel>
  );
  const marginals = <MarginalsPanel {...{ snapshot, update, onHover, editing }} />;
  const table = (
    <div className={styles.table} data-export="leave-out">
      <NodePanel {...{ nodes, editing }} id={shownTable} />
    </div>
  );
  const bound = (
    <AscentPanel
      {...{ names, elbo, course: snapshot.course, converged: snapshot.converged }}
      logEvidence={exact?.logEvidence ?? null}
    />
  );
  if (!isPresented)
    return <StageGrid layout={NETWORK} panels={{ bar, network, marginals, table, bound }} />;
  const shared = (
    <SharedPlace
      className={stage.place}
      panels={[
        { name: 'ELBO', part: 'bound', panel: bound },
        { name: 'Table', part: 'table', panel: table },
      ]}
    />
  );
  return <StageGrid layout={NETWORK_PRESENTED} panels={{ bar, network, marginals, shared }} />;
}
