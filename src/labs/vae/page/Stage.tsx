import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react';
import { useController, useDocument, useRun, useSnapshot } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { CsvInHand } from '../../shared/ownData/CsvInHand.tsx';
import { useWantsPoints } from '../../shared/ownData/points/useWantsPoints.ts';
import { type Axes, FIRST_AXES, validAxes } from '../../shared/stage/AxisChoice.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { StageTrouble } from '../../shared/stage/StageTrouble.tsx';
import { useFlags } from '../../shared/stage/viewFlags.ts';
import { vae } from '../lab.ts';
import styles from './Stage.module.css';
import { ForcesPanel } from './stage/ForcesPanel.tsx';
import { HandStrip } from './stage/HandStrip.tsx';
import { LatentPanel } from './stage/LatentPanel.tsx';
import { FIRST_LAYERS, type StageLayers } from './stage/layers.ts';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { usefulAxes } from './stage/usefulAxes.ts';
import { VaeBoundPanel } from './stage/VaeBoundPanel.tsx';
import { useDecodedProbe } from './walk/useDecodedProbe.ts';

const TrickView = lazy(() =>
  import('./trick/TrickView.tsx').then((module) => ({ default: module.TrickView })),
);

/** The plots of the lab; in their place the reparameterisation trick, step by step, when asked for. */
export function Stage() {
  const slowMotion = useRun((state) => state.slowMotion);
  // Here, so that the slow motion shows the same, and both are as they were when it closes.
  const [columns, setColumns] = useState(FIRST_AXES);
  const [chosen, setAxes] = useState<Axes | null>(null);
  const axes = useShownAxes(chosen);
  const isWanting = useWantsPoints();
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  return (
    <div className={classNames(planes.stage, styles.stage)}>
      {slowMotion ? (
        <Suspense fallback={null}>
          <TrickView columns={columns} axes={axes} />
        </Suspense>
      ) : (
        <Plots {...{ isDown, columns, setColumns, axes, setAxes }} />
      )}
      <StageTrouble isWanting={isWanting} />
      <CsvInHand />
    </div>
  );
}

interface PlotsProps {
  readonly isDown: boolean;
  readonly columns: Axes;
  readonly setColumns: (axes: Axes) => void;
  readonly axes: Axes;
  readonly setAxes: (axes: Axes) => void;
}

const Plots = memo(function Plots(props: PlotsProps) {
  const { isDown, columns, setColumns, axes, setAxes } = props;
  const { flags: layers, setFlag: setLayer } = useFlags(FIRST_LAYERS);
  useSentLook(layers, axes);
  const probe = useDecodedProbe();
  const shared = { layers, onLayer: setLayer };
  return (
    <div className={planes.grid} data-stage-part="stage" inert={isDown}>
      <ObservationsPanel {...shared} axes={columns} onAxes={setColumns} probe={probe} />
      <LatentPanel {...shared} axes={axes} onAxes={setAxes} />
      <div className={planes.strip} data-export="leave-out">
        <HandStrip probe={probe} samples={layers.samples} />
      </div>
      <div className={planes.charts}>
        <VaeBoundPanel />
        <ForcesPanel />
      </div>
    </div>
  );
});

/** The two latent dimensions shown: those chosen, or of all there are the useful ones. */
function useShownAxes(chosen: Axes | null): Axes {
  const kl = useSnapshot(vae)?.coordinateKl;
  const [x, y] = chosen ?? (kl ? usefulAxes(FIRST_AXES, kl) : FIRST_AXES);
  return useMemo(() => [x, y], [x, y]);
}

/** Lines of the grid per direction: smooth curves through points, pictures one can make out. */
const GRID_LINES = 25;
const GRID_PICTURES = 11;

/** Tells the session what of the model is looked at. */
function useSentLook({ samples, grid }: StageLayers, axes: Axes): void {
  const controller = useController();
  const snapshot = useSnapshot(vae);
  const isPicture = (snapshot?.pixels ?? null) !== null;
  const [gridX, gridY] = validAxes(axes, snapshot?.latentDimension ?? 2);
  const count = useDocument(({ settings }) => Number(settings.samples));
  // Settings count from 1.
  const sampleDraw = useDocument(({ settings }) => Number(settings.sampleDraw)) - 1;
  // A formula that points at the decoder shows the grid for as long as it does.
  const isPointedAt = useRun(({ highlight }) => highlight === 'decoder');
  const shown = samples ? count : 0;
  const gridLines = grid || isPointedAt ? (isPicture ? GRID_PICTURES : GRID_LINES) : 0;
  useEffect(() => {
    controller.setView({ samples: shown, sampleDraw, gridLines, gridX, gridY });
  }, [controller, shown, sampleDraw, gridLines, gridX, gridY]);
}
