import { memo, useCallback } from 'react';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen, Stroke } from '../pen/pen.ts';
import { useChart } from './Chart.tsx';
import { traceDecimated } from './decimate.ts';

interface LinesProps {
  /** Where along x each value is; its index by default. */
  readonly xs?: ArrayLike<number> | undefined;
  /** From the lowest to the highest. Keep the list as long as nothing changes. */
  readonly lines: readonly {
    readonly values: ArrayLike<number>;
    readonly stroke: Stroke;
    /** Where a value is drawn, pixels; along the axis by default. */
    readonly at?: (value: number) => number;
  }[];
}

/** Lines through any number of values, on a canvas. */
export const Lines = memo(function Lines({ xs, lines }: LinesProps) {
  const { width, height, area, x, y } = useChart();
  const paint = useCallback(
    (pen: Pen) => {
      for (const { values, stroke, at = y.at } of lines) {
        pen.begin();
        traceDecimated(values, (index) => x.at(xs?.[index] ?? index), at, pen);
        pen.stroke(stroke);
      }
    },
    [x, y, xs, lines],
  );
  return <PaintedCanvas width={width} height={height} clip={area} paint={paint} marks={0} />;
});
