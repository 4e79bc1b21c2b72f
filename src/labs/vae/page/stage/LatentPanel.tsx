import { memo, useMemo } from 'react';
import { scattered } from '../../../../plots/layers/line.ts';
import { latent } from '../../../../plots/plane/coordinates.ts';
import { useSnapshot } from '../../../../store/context.ts';
import {
  type Axes,
  AxisChoice,
  type ChosenAxes,
  validAxes,
} from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useClasses, useDrawn, useRows } from '../../../shared/stage/usePlotted.ts';
import { correlationsOf } from '../../correlations.ts';
import { vae } from '../../lab.ts';
import { type VaeLayer, vaeLayers, vaePointedAt } from '../../layers.ts';
import type { VaeSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { usePosteriorPicture } from '../gap/posteriorPicture.ts';
import { probeOf, useProbe, useProbeHand } from '../probe.ts';
import { PosteriorPlane } from './PosteriorPlane.tsx';

const LIT_BY: readonly Highlight[] = ['latents', 'prior', 'posteriors', 'decoder', 'samples'];
const LAYERS: readonly VaeLayer[] = ['posteriors', 'prior', 'grid', 'samples'];
const NO_POINTS = new Float32Array(0);
const EMPTY = 'Posteriors appear here as soon as there are points.';
/** On a line: where the rows of classes lie, between minus and plus this. */
const ROWS_REACH = 2.4;

/** Latent space: each datum's posterior, the prior they are held to, and the probe to walk with. */
export const LatentPanel = memo(function LatentPanel(props: ChosenAxes) {
  const dimension = useSnapshot(vae)?.latentDimension ?? 2;
  const axes = validAxes(props.axes, dimension);
  const names = useMemo(
    () => Array.from({ length: dimension }, (_, index) => `Dim. ${index + 1}`),
    [dimension],
  );
  return (
    <StagePanel
      name="Latent space"
      part="latent-space"
      litBy={LIT_BY}
      actions={
        <>
          <AxisChoice kind="latent dimension" names={names} axes={axes} onChange={props.onAxes} />
          <LayerToggles of={vaeLayers} names={LAYERS} />
        </>
      }
    >
      <Posteriors axes={axes} />
    </StagePanel>
  );
});

function Posteriors({ axes }: { readonly axes: Axes }) {
  const rows = useRows();
  const { snapshot, isWanting, placeholder } = useDrawn(vae, EMPTY);
  const classes = useClasses();
  const probe = useProbe();
  const moveProbe = useProbeHand();
  const { shown } = useLayers(vaeLayers, vaePointedAt);
  const [x, y] = axes;
  const line = useMemo(
    () => (snapshot?.latentDimension === 1 ? asPlane(snapshot, classes) : null),
    [snapshot, classes],
  );
  const grid = shown.grid ? (snapshot?.grid ?? null) : null;
  const pixels = snapshot?.pixels ?? null;
  const pictures = useMemo(
    () => (grid && pixels !== null ? { values: grid.points, side: pixels } : null),
    [grid, pixels],
  );
  const correlations = useMemo(
    () => snapshot && correlationsOf(snapshot, [x, y]),
    [snapshot, x, y],
  );
  const posterior = usePosteriorPicture(axes);
  const place = probeOf(probe, 1 + Math.max(x, y));
  return (
    <PosteriorPlane
      {...rows}
      means={line?.means ?? snapshot?.latents ?? NO_POINTS}
      deviations={line?.deviations ?? snapshot?.deviations ?? NO_POINTS}
      correlations={correlations}
      dimension={line ? 2 : (snapshot?.latentDimension ?? 2)}
      axes={axes}
      isLine={line !== null}
      classes={classes}
      showsPosteriors={shown.posteriors}
      showsPrior={shown.prior && !isWanting}
      grid={grid?.coordinates ?? null}
      pictures={pictures}
      samples={(shown.samples && (line ? line.samples : snapshot?.samples?.latents)) || null}
      posterior={posterior}
      probe={isWanting ? null : latent(place[x], place[y])}
      onProbe={(gesture) => moveProbe(line ? [x] : axes, gesture)}
      placeholder={placeholder}
    />
  );
}

/** A snapshot with one latent dimension as a plane: a row for each class, the first at the top. */
function asPlane({ latents, deviations, samples }: VaeSnapshot, classes: ArrayLike<number>) {
  let count = 1;
  for (let n = 0; n < classes.length; n++) count = Math.max(count, classes[n] + 1);
  const pitch = (2 * ROWS_REACH) / count;
  const middle = (n: number) => ROWS_REACH - pitch * (classes[n] + 0.5);
  const flat = new Float32Array(2 * deviations.length);
  for (let n = 0; n < deviations.length; n++) flat[2 * n] = deviations[n];
  return {
    means: scattered(latents, middle, 0.5 * pitch),
    deviations: flat,
    samples: samples && scattered(samples.latents, () => 0, 2 * ROWS_REACH),
  };
}
