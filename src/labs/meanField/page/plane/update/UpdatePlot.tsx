import { useMemo } from 'react';
import { AxisCurves } from '../../../../../plots/layers/AxisCurves.tsx';
import { Bands } from '../../../../../plots/layers/Bands.tsx';
import { ContourLines } from '../../../../../plots/layers/ContourLines.tsx';
import { massLevels } from '../../../../../plots/layers/landscapeBands.ts';
import { Plane } from '../../../../../plots/plane/Plane.tsx';
import { INFERENCE_LOOK } from '../../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../../plots/style/theme.ts';
import type { PlaneSnapshot, UpdateInspection } from '../../../planeSnapshot.ts';
import { MASSES, MASSES_OF_Q } from '../PosteriorPlot.tsx';
import { DOMAIN, middlesIn, productSurface, surfaceOf, unitsOf } from '../view.ts';
import type { UpdateStage } from './frames.ts';

interface UpdatePlotProps {
  readonly snapshot: PlaneSnapshot;
  readonly look: UpdateInspection;
  readonly stage: UpdateStage;
}

/** What of an average of log p is seen: below its top. In nats. */
const SEEN = 10;

/** The curve that a stage is about, over the coordinate that is updated; its top is 1 where it has no scale. */
export function curveOf(
  { before, after, expectedLog }: UpdateInspection,
  stage: UpdateStage,
): Float32Array {
  if (stage === 'other') return before;
  if (stage === 'factor' || stage === 'bound') return after;
  const top = expectedLog.reduce((most, value) => Math.max(most, value), -Infinity);
  return expectedLog.map((value) =>
    stage === 'average' ? Math.max(0, 1 + (value - top) / SEEN) : Math.exp(value - top),
  );
}

/** The posterior, both factors along their axes, and what the update makes of one of them. */
export function UpdatePlot({ snapshot, look, stage }: UpdatePlotProps) {
  const { target, factors } = snapshot;
  const colours = INFERENCE_LOOK[useTheme()];
  const units = useMemo(() => unitsOf(target.box), [target.box]);
  const posterior = useMemo(
    () => ({
      surface: surfaceOf(target, units, target.density),
      levels: massLevels(target.density, MASSES),
    }),
    [target, units],
  );
  const isDone = stage === 'factor' || stage === 'bound';
  const product = useMemo(() => {
    const shown = [...factors] as [Float32Array, Float32Array];
    if (isDone) shown[look.coordinate] = look.after;
    const surface = productSurface(target, units, shown);
    return { surface, levels: massLevels(surface.values, MASSES_OF_Q) };
  }, [factors, isDone, look, target, units]);
  return (
    <Plane of={{ xLabel: target.names[0], yLabel: target.names[1], units }} domain={DOMAIN}>
      <g role="img" aria-label="The posterior, and q over it">
        <Bands {...posterior} />
        <ContourLines {...product} colour={colours.meanField} />
      </g>
      {([0, 1] as const).map((axis) => {
        const isUpdated = axis === look.coordinate;
        const density = isUpdated ? curveOf(look, stage) : factors[axis];
        return (
          <AxisCurves
            key={axis}
            along={axis === 0 ? 'x' : 'y'}
            most={1.04 * density.reduce((most, value) => Math.max(most, value), 0)}
            curves={[
              {
                ...{ key: 'curve', at: middlesIn(target, units, axis), density },
                colour: isUpdated && stage !== 'other' ? colours.gibbs : colours.meanField,
                drawn: isUpdated === (stage !== 'other') ? 'area' : 'line',
              },
            ]}
          />
        );
      })}
    </Plane>
  );
}
