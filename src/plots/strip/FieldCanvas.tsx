import { useContext, useLayoutEffect, useRef } from 'react';
import { useChart } from '../chart/Chart.tsx';
import { StillContext } from '../host/still.ts';
import { usePlotScale } from '../style/plotScale.ts';
import { usePlotStyle } from '../style/style.ts';
import type { Field, Shading } from './fieldPixels.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';
import { paintHatch } from './hatch.ts';

interface FieldCanvasProps {
  readonly field: Field;
  readonly shading: Shading;
  /** A second field laid over the first. */
  readonly overlay: { readonly field: Field; readonly shading: Shading } | null;
}

/** Where a field is shaded, one pixel per value, before it is enlarged: fields are painted one after the other. */
let scratch: HTMLCanvasElement | null = null;

/** Colours of the first `steps` steps in `columns` columns; returns what is shown in them. */
function shade(
  out: Uint8ClampedArray,
  { field, shading, overlay }: FieldCanvasProps,
  steps: number,
  columns: number,
): Float32Array {
  const sampled = sampleColumns(field, steps, columns);
  const above = overlay && {
    sampled: sampleColumns(overlay.field, steps, columns),
    shading: overlay.shading,
  };
  shadeField(out, sampled, shading, above);
  return sampled;
}

/** A T x P field, time to the right, the first pixel on top, gaps hatched. Purely visual: hidden from assistive technology. */
export function FieldCanvas(props: FieldCanvasProps) {
  const still = useContext(StillContext);
  const { area, x } = useChart();
  if (still === null) return <Canvas {...props} />;
  const columns = x.ends.high + 0.5;
  const rows = props.field.pixels;
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  shade(pixels, props, columns, columns);
  return still.pictures([{ ...area, columns, rows, pixels }]);
}

function Canvas({ field, shading, overlay }: FieldCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const gapInk = usePlotStyle().ink.muted;
  const scale = usePlotScale();
  const image = useRef<ImageData | null>(null);
  const { area, x } = useChart();
  const steps = x.ends.high + 0.5;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || field.pixels === 0) return;
    const ratio = window.devicePixelRatio * scale;
    const columns = Math.max(1, Math.round(area.width * ratio));
    const rows = Math.max(1, Math.round(area.height * ratio));
    // Setting the size reallocates, so only when it differs.
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    // Enlarged, a step is one column here: it is made wide when it is drawn.
    const sampledColumns = Math.min(columns, steps);
    if (image.current?.width !== sampledColumns || image.current.height !== field.pixels) {
      image.current = new ImageData(sampledColumns, field.pixels);
    }
    const sampled = shade(image.current.data, { field, shading, overlay }, steps, sampledColumns);
    scratch ??= document.createElement('canvas');
    scratch.width = sampledColumns;
    scratch.height = field.pixels;
    scratch.getContext('2d')?.putImageData(image.current, 0, 0);
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, columns, rows);
    if (sampled.some(Number.isNaN)) paintHatch(context, element, ratio, gapInk);
    context.drawImage(scratch, 0, 0, columns, rows);
  }, [area.width, area.height, steps, field, shading, overlay, gapInk, scale]);

  return (
    <canvas
      ref={canvas}
      className="field-canvas"
      style={{
        left: area.left,
        top: area.top,
        width: area.width,
        height: area.height,
        // Enlarged from the plot's corner, as all layers are.
        transformOrigin: `${-area.left}px ${-area.top}px`,
      }}
      aria-hidden="true"
    />
  );
}
