import { lazy, memo, useEffect, useMemo, useState } from 'react';
import { useController, useDocument, useRun, useSnapshot } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { type Axes, FIRST_AXES, validAxes } from '../../shared/stage/AxisChoice.tsx';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { vae } from '../lab.ts';
import { vaeLayers } from '../layers.ts';
import { usefulAxes } from './forces.ts';
import { useBeta } from './objectiveNow.ts';
import { usePanel } from './panels.ts';
import styles from './Stage.module.css';
import { LatentPanel } from './stage/LatentPanel.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { ProbeStrip } from './stage/ProbeStrip.tsx';

const ForcesPanel = lazy(() => whenUsable(() => import('./stage/ForcesPanel.tsx')));
const GapPanel = lazy(() => import('./gap/GapPanel.tsx'));
const GradientPanel = lazy(() => import('./gradient/GradientPanel.tsx'));
const TrickView = lazy(() => import('./trick/TrickView.tsx'));

const PANELS = {
  forces: { name: 'Reconstruction and KL', panel: ForcesPanel },
  gap: { name: 'Gap of the ELBO', panel: GapPanel },
  gradient: { name: 'Gradient of the encoder', panel: GradientPanel },
} as const;

/** The plots of the lab; in their place the reparameterisation trick, step by step, when asked for. */
export function Stage() {
  // Here, so that the slow motion shows the same, and both are as they were when it closes.
  const [columns, setColumns] = useState(FIRST_AXES);
  const [chosen, setAxes] = useState<Axes | null>(null);
  const axes = useShownAxes(chosen);
  useSentView(axes);
  const panel = usePanel();
  return (
    <LabStage
      className={classNames(planes.stage, styles.stage)}
      gridClassName={classNames(planes.grid, styles.grid)}
      slowMotion={<TrickView columns={columns} axes={axes} />}
    >
      <ObservationsPanel axes={columns} onAxes={setColumns} />
      <LatentPanel axes={axes} onAxes={setAxes} />
      <div className={planes.strip} data-export="leave-out">
        <ProbeStrip />
      </div>
      <div className={planes.charts}>
        <Bound />
        <LaterPanel key={panel} part={panel} {...PANELS[panel]} />
      </div>
    </LabStage>
  );
}

/** The bound; while beta is not 1, with what is raised in its place. */
const Bound = memo(function Bound() {
  const beta = useBeta();
  return (
    <BoundPanel
      news={
        beta === 1
          ? null
          : `Training raises reconstruction − ${formatFixed(beta, 2)} · KL; the curve shows the ELBO, with 1 · KL.`
      }
    />
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

/** Tells the session what of the model is drawn. */
function useSentView(axes: Axes): void {
  const controller = useController();
  const snapshot = useSnapshot(vae);
  const { shown } = useLayers(vaeLayers);
  const isPicture = (snapshot?.pixels ?? null) !== null;
  const [gridX, gridY] = validAxes(axes, snapshot?.latentDimension ?? 2);
  const count = useDocument(({ settings }) => Number(settings.samples));
  // Settings count from 1.
  const sampleDraw = useDocument(({ settings }) => Number(settings.sampleDraw)) - 1;
  // A formula that points at the decoder shows the grid for as long as it does.
  const isPointedAt = useRun(({ view }) => view.highlight === 'decoder');
  const samples = shown.samples ? count : 0;
  const gridLines = shown.grid || isPointedAt ? (isPicture ? GRID_PICTURES : GRID_LINES) : 0;
  useEffect(() => {
    controller.setView({ samples, sampleDraw, gridLines, gridX, gridY });
  }, [controller, samples, sampleDraw, gridLines, gridX, gridY]);
}
