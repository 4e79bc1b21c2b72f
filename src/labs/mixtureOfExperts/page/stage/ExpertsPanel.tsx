import { memo } from 'react';
import { ExpertsPlot } from '../../../../plots/em/ExpertsPlot.tsx';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { responsibilitiesLayer } from '../../../shared/em/responsibilitiesLayer.tsx';
import { DrawingTools } from '../../../shared/ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../../../shared/ownData/points/drawing.ts';
import { PointsPlace } from '../../../shared/ownData/points/PointsPlace.tsx';
import { type Layer, LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { type Flags, useFlags } from '../../../shared/stage/viewFlags.ts';
import { mixtureOfExperts } from '../../lab.ts';

type Flag = 'responsibilities' | 'prediction';

const FIRST_FLAGS: Flags<Flag> = { responsibilities: true, prediction: true };
const LAYERS: readonly Layer<Flag>[] = [
  responsibilitiesLayer,
  {
    name: 'prediction',
    label: 'Prediction',
    help: 'What all experts predict together, E[y | x], and one standard deviation around it.',
    sign: (
      <g>
        <path d="M1.5 11.5c4 0 5-7 13-7" strokeDasharray="3 1.6" strokeWidth="1.6" />
        <path
          d="M1.5 13.8c5 0 6-7 13-7V2.2c-8 0-9 7-13 7z"
          fill="currentColor"
          stroke="none"
          opacity="0.25"
        />
      </g>
    ),
  },
];
const LIT_BY = ['observations', 'experts', 'responsibilities', 'prediction'];
const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];

/** The curve: its points, shared among the experts, and what the experts make of it. */
export const ExpertsPanel = memo(function ExpertsPanel() {
  const isDrawing = useIsDrawing();
  const { flags: shown, setFlag } = useFlags(FIRST_FLAGS);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      heading={isDrawing ? null : undefined}
      actions={
        isDrawing ? (
          <DrawingTools />
        ) : (
          <LayerToggles layers={LAYERS} shown={shown} onChange={setFlag} />
        )
      }
    >
      <PointsPlace>
        <Fitted shown={shown} />
      </PointsPlace>
    </StagePanel>
  );
});

function Fitted({ shown }: { readonly shown: Flags<Flag> }) {
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredExpert = useRun((state) => state.hoveredCluster);
  const snapshot = useSnapshot(mixtureOfExperts);
  const linking = useLinking();
  const motionKey = useMotionKey();
  return (
    <ExpertsPlot
      observations={dataset?.values ?? NO_POINTS}
      columns={dataset?.columns ?? NO_COLUMNS}
      units={dataset?.units}
      responsibilities={shown.responsibilities && snapshot ? snapshot.responsibilities : null}
      experts={snapshot?.experts.length ?? 1}
      curves={snapshot}
      band={shown.prediction}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      hoveredExpert={hoveredExpert}
      motionKey={motionKey}
      domainKey={runId}
      placeholder={snapshot ? null : { kind: 'loading', message: 'Loading the data' }}
    />
  );
}
