import { ownText } from '../../../../datasets/columnUnits.ts';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import type { Placeholder } from '../../../../plots/host/PlotPlaceholder.tsx';
import { Bands } from '../../../../plots/layers/Bands.tsx';
import { LandscapePlace } from '../../../../plots/layers/LandscapePlace.tsx';
import type { Surface } from '../../../../plots/layers/landscapeBands.ts';
import { Path } from '../../../../plots/layers/Path.tsx';
import { type Parameters, parameters } from '../../../../plots/plane/coordinates.ts';
import type { SquareDomain } from '../../../../plots/plane/domain.ts';
import type { AxisUnits } from '../../../../plots/plane/frame.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';

export interface LandscapePlotProps {
  readonly domain: SquareDomain;
  /** How the two parameters are read. Give it a stable identity. */
  readonly units: AxisUnits;
  /** Names of the two parameters. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** What is climbed; null before it is known. */
  readonly surface: Surface | null;
  /** What the heights are, for screen readers: "log-likelihood". */
  readonly quantity: string;
  /** Where the parameters have been, oldest first, the present place last. */
  readonly path: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** The present place is taken elsewhere. */
  readonly onMove: (gesture: Gesture<Parameters>) => void;
  readonly placeholder?: Placeholder | null | undefined;
}

/** A surface over two parameters as contours, with the path climbed on it and the present place. */
export function LandscapePlot(props: LandscapePlotProps) {
  const { units, surface, path, quantity } = props;
  const count = path.x.length;
  const present = count > 0 ? parameters(path.x[count - 1], path.y[count - 1]) : null;
  const label = present
    ? `Landscape of the ${quantity}. Now at ${props.xLabel} ${ownText(units[0], present[0])}, ${props.yLabel} ${ownText(units[1], present[1])}, after ${count - 1} moves.`
    : `Landscape of the ${quantity}`;
  return (
    <Plane of={props} domain={props.domain} placeholder={props.placeholder}>
      <g role="img" aria-label={label}>
        {surface && <Bands surface={surface} />}
        <Path {...path} />
      </g>
      {present && (
        <LandscapePlace at={present} names={[props.xLabel, props.yLabel]} onMove={props.onMove} />
      )}
    </Plane>
  );
}
