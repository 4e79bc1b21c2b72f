import { useEffect, useMemo } from 'react';
import { useController, useSelected, useSnapshot } from '../../../../store/context.ts';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { staged, useStages } from '../../../shared/slowMotion/useStages.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { meanField } from '../../lab.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import styles from './NetworkStage.module.css';
import { nodeOf } from './networkChanges.ts';
import { createNetworkEditing } from './networkEditing.ts';
import { describeFrame, messagesBy, stageNames } from './updateFrames.ts';

const SLOW = staged('Stages of the update', stageNames);
const NO_NODE = -1;

/** The update of the selected node, or of the one whose turn it is, message by message. */
export default function NodeUpdateView() {
  const controller = useController();
  const editing = useMemo(() => createNetworkEditing(controller), [controller]);
  const snapshot = useSnapshot(meanField);
  const network = snapshot?.part === 'network' ? snapshot : null;
  const { hovered, onHover, onSelect } = useTarget('node');
  const selected = useSelected('node');
  const isHidden = (id: number | null): boolean =>
    network?.evidence[network.nodes.findIndex((node) => node.id === id)] === null;
  const chosen = isHidden(selected) ? selected : null;
  useEffect(() => controller.setView({ node: chosen ?? NO_NODE }), [controller, chosen]);
  const update = network?.update ?? null;
  const { stage, slow } = useStages(SLOW);
  const node = network && update && nodeOf(network.nodes, update.node);
  const nameOf = (other: number): string => nodeOf(network?.nodes ?? [], other)?.name ?? '';
  return (
    <SlowMotionView
      title="One update, slowly"
      which={node && <span>q({node.name})</span>}
      {...slow}
      failure={network && !update ? 'This update cannot be shown: all nodes are observed.' : null}
      text={node ? describeFrame({ update, nameOf, states: node.states }, stage) : null}
      formulaHeight="5rem"
      picture={
        node && (
          <div className={styles.slowly}>
            <NetworkPlot
              snapshot={network}
              update={{ ...update, messages: messagesBy(update, stage) }}
              hasSum={stage === 'sum' || stage === 'bound'}
              {...{ selected, hovered, onHover, onSelect, editing }}
            />
          </div>
        )
      }
      evidence={null}
    />
  );
}
