import type { ReactNode } from 'react';
import { Drawn } from '../layers/Drawn.tsx';
import type { Pen } from '../pen/pen.ts';
import type { Ink } from '../style/ink.ts';
import { usePlotStyle } from '../style/style.ts';
import type { PlanePoint } from './coordinates.ts';
import type { Frame } from './frame.ts';
import { painted } from './layer.ts';
import { Plane, type PlaneOf, type PlaneProps } from './Plane.tsx';

export interface SquarePlotProps<P extends PlanePoint<string>>
  extends Omit<PlaneOf, 'extent' | 'domainKey'>,
    Omit<PlaneProps<P>, 'of' | 'picking' | 'children'> {
  readonly paint: (pen: Pen, frame: Frame<P>, ink: Ink) => void;
  readonly marks: number;
  readonly overlay?: (frame: Frame<P>, ink: Ink, clip: string) => ReactNode;
}

const Painting = painted<{
  readonly paint: (pen: Pen, frame: never, ink: Ink) => void;
  readonly count: number;
}>(
  (pen, frame, { ink }, { paint }) => paint(pen, frame as never, ink),
  ({ count }) => count,
);

/** A plane whose layers are two functions; see Plane.tsx for lists of layers. */
export function SquarePlot<P extends PlanePoint<string>>(props: SquarePlotProps<P>) {
  const { xLabel, yLabel, hasY, units, paint, marks, overlay, ...plane } = props;
  const { ink } = usePlotStyle();
  return (
    <Plane<P> {...plane} of={{ xLabel, yLabel, hasY, units }}>
      <Painting paint={paint} count={marks} />
      {overlay && <Drawn<P>>{(frame, clip) => overlay(frame, ink, clip)}</Drawn>}
    </Plane>
  );
}
