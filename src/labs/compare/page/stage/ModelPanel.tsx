import { memo, useMemo } from 'react';
import { ModelPlot } from '../../../../plots/compare/ModelPlot.tsx';
import { MODEL_LOOK } from '../../../../plots/style/modelLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { snapshotOf } from '../../../lab.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { type Axes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { compare } from '../../lab.ts';
import type { ModelName } from '../../snapshot.ts';
import { MODEL_TITLES } from '../names.ts';
import { latentView } from './latentView.ts';
import { LAYERS, type LayerName, type ModelLayers } from './layers.tsx';
import styles from './ModelPanel.module.css';
import { clustersInWords, modelView } from './modelView.ts';
import { inColours, useMatchedColours } from './useMatchedColours.ts';

export interface ModelPanelProps {
  readonly model: ModelName;
  readonly axes: Axes;
  readonly layers: ModelLayers;
  readonly onLayer: (name: LayerName, shown: boolean) => void;
}

const WITHOUT_LATENTS = LAYERS.filter(({ name }) => name !== 'latent');
const LAYERS_OF = { gmm: WITHOUT_LATENTS, vae: LAYERS, svae: LAYERS };

/** The data as one of the models has them. */
export const ModelPanel = memo(function ModelPanel(props: ModelPanelProps) {
  const { model, layers, onLayer } = props;
  const title = MODEL_TITLES[model];
  const clusters = useRun((run) => {
    const snapshot = snapshotOf(compare, run);
    return snapshot && clustersInWords(model, snapshot);
  });
  return (
    <StagePanel
      name={title}
      part={model}
      litBy={[model]}
      heading={
        <>
          {title} {clusters !== null && <span className={styles.clusters}>{clusters}</span>}
        </>
      }
      actions={<LayerToggles layers={LAYERS_OF[model]} shown={layers} onChange={onLayer} />}
    >
      <Modelled {...props} />
    </StagePanel>
  );
});

const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];
const NOTHING = { points: NO_POINTS, assignments: null, outlines: [], samples: null };

function Modelled({ model, axes: wanted, layers }: ModelPanelProps) {
  const theme = useTheme();
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const linking = useLinking();
  const isWanting = useWantsPoints();
  const newest = useSnapshot(compare);
  const snapshot = isWanting ? null : newest;
  const columns = dataset?.columns ?? NO_COLUMNS;
  const [x, y] = validAxes(wanted, columns.length);
  const observations = (!isWanting && dataset?.values) || NO_POINTS;
  const isLatent = layers.latent && model !== 'gmm';
  const colours = useMatchedColours(model, snapshot);
  const view = useMemo(() => {
    if (snapshot === null) return NOTHING;
    const own = isLatent
      ? latentView(model, snapshot)
      : modelView(model, snapshot, observations, [x, y]);
    return inColours(own, colours);
  }, [model, snapshot, observations, x, y, isLatent, colours]);
  const space = `${runId} ${isLatent ? 'latent' : 'data'}`;
  return (
    <ModelPlot
      observations={observations}
      dimension={dataset?.dimension ?? 2}
      columns={columns}
      units={dataset?.units}
      axes={[x, y]}
      {...view}
      oneColour={MODEL_LOOK[theme][model].colour}
      layers={layers}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      motionKey={space}
      domainKey={space}
      placeholder={
        isWanting
          ? { kind: 'empty', message: 'Appears here as soon as there are points.' }
          : snapshot
            ? null
            : { kind: 'loading', message: 'Loading the model' }
      }
    />
  );
}
