import { useMemo, useState } from 'react';
import { type Drawing, DrawingSurface } from '../../../../plots/layers/DrawingSurface.tsx';
import { useDrawing } from '../../../../plots/layers/useDrawing.ts';
import { useController } from '../../../../store/context.ts';
import { DataSpacePlot } from '../../stage/DataSpacePlot.tsx';
import { changeDrawn } from './drawing.ts';
import { useDrawing as useDrawn } from './drawingState.ts';
import { type DrawnPoint, drawnArrays, withoutPoints, withPoints } from './drawnPoints.ts';

/** The brush reaches this far, in the units of an empty plot, which shows -15 to 15. */
const BRUSH_RADIUS = 1.2;
const ERASER_RADIUS = 2;
const DRAWN_EXTENT = 15;

/** Points on their way: a brush that sets them and an eraser that takes them away. */
export default function DrawnPointsPlot() {
  const controller = useController();
  const { drawn: points, tool, brush } = useDrawn();
  const drawn = points ?? [];
  const change = (next: (now: readonly DrawnPoint[]) => readonly DrawnPoint[]) =>
    changeDrawn(controller, next);
  const { values, labels } = useMemo(() => drawnArrays(drawn), [drawn]);
  // Own data may come in any units; the brush stays as large on the screen.
  const [scale] = useState(() => extentOf(values) / DRAWN_EXTENT);
  const drawing: Drawing = {
    tool,
    label: brush,
    radius: (tool === 'brush' ? BRUSH_RADIUS : ERASER_RADIUS) * scale,
    onAdd: (points, label) => change((now) => withPoints(now, points, label)),
    onErase: ([x, y], radius) => change((now) => withoutPoints(now, [x, y], radius)),
  };
  const { pointer, onPointer } = useDrawing(drawing);
  return (
    <DataSpacePlot
      observations={values}
      labels={labels}
      dimension={2}
      columns={['x', 'y']}
      drawing={{ onPointer, surface: <DrawingSurface drawing={drawing} pointer={pointer} /> }}
      hovered={null}
      selected={null}
      hoveredCluster={null}
      motionKey="drawing"
      placeholder={
        drawn.length > 0
          ? null
          : { kind: 'empty', message: 'Press and drag to draw points; a click sets one.' }
      }
    />
  );
}

function extentOf(values: Float32Array): number {
  let extent = 0;
  for (const value of values) extent = Math.max(extent, Math.abs(value));
  return extent || DRAWN_EXTENT;
}
