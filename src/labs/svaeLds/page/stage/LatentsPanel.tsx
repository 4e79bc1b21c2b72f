import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { TrajectoryPlot } from '../../../../plots/chart/TrajectoryPlot.tsx';
import { useRun, useViewEntry } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { type Axes, AxisChoice, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import styles from '../../../shared/stage/SeriesPanels.module.css';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import { svaeLdsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { shownSample } from '../shownSample.ts';
import { roundestAxes } from './roundestAxes.ts';
import { useTime } from './useTime.ts';

const LIT_BY: readonly Highlight[] = ['latents'];
const PhasePortrait = lazy(() => import('./PhasePortrait.tsx'));

const NOTHING = new Float32Array(0);
const FLOW = ['flow'] as const;

/** The state behind the pixels: its coordinates over time, or two of them against each other. */
export default memo(function LatentsPanel() {
  const { snapshot, placeholder } = useDrawn(
    svaeLds,
    'The state appears here when there is a series.',
  );
  const { shown, show } = useLayers(svaeLdsLayers);
  const runId = useRun((state) => state.runId);
  const time = useTime();
  const [latent, setLatent] = useState<number | null>(null);
  const [chosen, setChosen] = useState<Axes | null>(null);
  const dimension = snapshot?.latentDimension ?? 10;
  // One latent has no other to be drawn against.
  const isPortrait = shown.portrait && dimension > 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when the portrait is opened and with each run; axes that change with each picture could not be read
  const roundest = useMemo(
    () => roundestAxes(isPortrait && snapshot ? snapshot.latents : NOTHING, dimension),
    [isPortrait, runId, dimension, snapshot === null],
  );
  const axes = validAxes(chosen ?? roundest, dimension);
  const names = useMemo(
    () => Array.from({ length: dimension }, (_, index) => `Latent ${index + 1}`),
    [dimension],
  );
  const transition = useMemo(
    () => (snapshot ? { values: snapshot.transition, dimension: snapshot.latentDimension } : null),
    [snapshot],
  );
  // What the strip above was decoded from.
  const sampled = shown.sample ? (snapshot?.sampleLatents ?? null) : null;
  const number = Math.min(useViewEntry(shownSample), snapshot?.sampleCount ?? 1);
  const of = sampled === null ? '' : ` of sample ${number}`;
  const shared = {
    latents: sampled ?? snapshot?.latents ?? NOTHING,
    dimension,
    domainKey: runId,
    placeholder,
  };
  return (
    <StagePanel
      name="Latent trajectories"
      part="latents"
      litBy={LIT_BY}
      heading={`${isPortrait ? 'Latents' : 'Latent trajectories'}${of}`}
      actions={
        <div className={styles.actions}>
          {isPortrait && (
            <>
              <AxisChoice kind="latent" names={names} axes={axes} onChange={setChosen} />
              <LayerToggles of={svaeLdsLayers} names={FLOW} />
            </>
          )}
          {dimension > 1 && (
            <Button
              size="small"
              variant="quiet"
              aria-pressed={isPortrait}
              tooltip="Two latents against each other instead of all over time"
              onClick={() => show('portrait', !isPortrait)}
            >
              Phase portrait
            </Button>
          )}
        </div>
      }
    >
      {isPortrait ? (
        <Suspense fallback={null}>
          <PhasePortrait
            {...shared}
            label={`${names[axes[1]]} against ${names[axes[0]]}`}
            axes={axes}
            calendar={time.calendar}
            inputEnd={time.inputEnd}
            hovered={time.hovered}
            onHover={time.onHover}
            transition={shown.flow ? transition : null}
          />
        </Suspense>
      ) : (
        <TrajectoryPlot
          {...shared}
          label="Latents, step by step"
          {...time}
          highlighted={latent !== null && latent < dimension ? latent : null}
          onHighlight={setLatent}
        />
      )}
    </StagePanel>
  );
});
