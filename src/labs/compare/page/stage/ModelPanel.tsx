import { memo, useMemo } from 'react';
import { MODEL_LOOK } from '../../../../plots/style/modelStyle.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun } from '../../../../store/context.ts';
import { snapshotOf } from '../../../lab.ts';
import { type Axes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn, useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import { compare } from '../../lab.ts';
import { compareLayers } from '../../layers.ts';
import type { ModelName } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { MODEL_TITLES } from '../names.ts';
import { latentView } from './latentView.ts';
import styles from './ModelPanel.module.css';
import { ModelPlot } from './ModelPlot.tsx';
import { clustersInWords, modelView } from './modelView.ts';
import { inColours, useMatchedColours } from './useMatchedColours.ts';

export interface ModelPanelProps {
  readonly model: ModelName;
  readonly axes: Axes;
}

/** Each model by its name, and all that have latents or samples. */
const LIT_BY: Readonly<Record<ModelName, readonly Highlight[]>> = {
  gmm: ['gmm', 'samples'],
  vae: ['vae', 'latents', 'samples'],
  svae: ['svae', 'latents', 'samples'],
};
const WITHOUT_LATENTS = ['observations', 'points', 'outlines', 'samples'] as const;
const NO_POINTS = new Float32Array(0);
const NOTHING = { points: NO_POINTS, assignments: null, outlines: [], samples: null };
const EMPTY = 'Appears here as soon as there are points.';

/** The data as one of the models has them. */
export const ModelPanel = memo(function ModelPanel(props: ModelPanelProps) {
  const { model } = props;
  const title = MODEL_TITLES[model];
  const clusters = useRun((run) => {
    const snapshot = snapshotOf(compare, run);
    return snapshot && clustersInWords(model, snapshot);
  });
  return (
    <StagePanel
      name={title}
      part={model}
      litBy={LIT_BY[model]}
      heading={
        <>
          {title} {clusters !== null && <span className={styles.clusters}>{clusters}</span>}
        </>
      }
      actions={
        <LayerToggles of={compareLayers} names={model === 'gmm' ? WITHOUT_LATENTS : undefined} />
      }
    >
      <Modelled {...props} />
    </StagePanel>
  );
});

function Modelled({ model, axes: wanted }: ModelPanelProps) {
  const theme = useTheme();
  const { snapshot, isWanting, placeholder } = useDrawn(compare, EMPTY);
  const observed = useObserved();
  const rows = useRows();
  const { shown } = useLayers(compareLayers);
  const [x, y] = validAxes(wanted, observed.columns.length);
  const observations = isWanting ? NO_POINTS : observed.observations;
  const isLatent = shown.latent && model !== 'gmm';
  const colours = useMatchedColours(model, snapshot);
  const view = useMemo(() => {
    if (snapshot === null) return NOTHING;
    const own = isLatent
      ? latentView(model, snapshot)
      : modelView(model, snapshot, observations, [x, y]);
    return inColours(own, colours);
  }, [model, snapshot, observations, x, y, isLatent, colours]);
  const space = `${rows.domainKey} ${isLatent ? 'latent' : 'data'}`;
  return (
    <ModelPlot
      {...observed}
      {...rows}
      observations={observations}
      axes={[x, y]}
      {...view}
      oneColour={MODEL_LOOK[theme][model].colour}
      layers={shown}
      motionKey={space}
      domainKey={space}
      placeholder={placeholder}
    />
  );
}
