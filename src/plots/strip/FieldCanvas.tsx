import { useContext, useLayoutEffect, useRef } from 'react';
import type { TimeFrame } from '../chart/timeScale.ts';
import { StillContext } from '../host/still.ts';
import { usePlotScale } from '../style/plotScale.ts';
import type { Field, Shading } from './fieldPixels.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';
import { paintHatch } from './hatch.ts';

interface FieldCanvasProps {
  readonly frame: TimeFrame;
  readonly field: Field;
  readonly shading: Shading;
  /** A second field laid over the first. */
  readonly overlay: { readonly field: Field; readonly shading: Shading } | null;
  /** Colour of the hatching where a value is missing. */
  readonly gapInk: string;
}

/** Where a field is shaded, one pixel per value, before it is enlarged: fields are painted one after the other. */
let scratch: HTMLCanvasElement | null = null;

/** A T x P field, time to the right, the first pixel on top, gaps hatched. Purely visual: hidden from assistive technology. */
export function FieldCanvas(props: FieldCanvasProps) {
  const still = useContext(StillContext);
  if (still === null) return <Canvas {...props} />;
  const { area, domain } = props.frame;
  const columns = stepsOf(props.frame);
  const rows = props.field.pixels;
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  shadeField(
    pixels,
    sampleColumns(props.field, domain, columns),
    props.shading,
    above(props, columns),
  );
  return still.pictures([{ ...area, columns, rows, pixels }]);
}

const stepsOf = ({ domain }: TimeFrame): number => Math.max(1, Math.ceil(domain.to - domain.from));

/** The second field, sampled as the first. */
const above = ({ overlay, frame }: FieldCanvasProps, columns: number) =>
  overlay && {
    sampled: sampleColumns(overlay.field, frame.domain, columns),
    shading: overlay.shading,
  };

function Canvas(props: FieldCanvasProps) {
  const { frame, field, shading, overlay, gapInk } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = usePlotScale();
  const image = useRef<ImageData | null>(null);
  const { area, domain } = frame;

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
    const sampledColumns = Math.min(columns, stepsOf(frame));
    if (image.current?.width !== sampledColumns || image.current.height !== field.pixels) {
      image.current = new ImageData(sampledColumns, field.pixels);
    }
    const sampled = sampleColumns(field, domain, sampledColumns);
    shadeField(
      image.current.data,
      sampled,
      shading,
      above({ frame, field, shading, overlay, gapInk }, sampledColumns),
    );
    scratch ??= document.createElement('canvas');
    scratch.width = sampledColumns;
    scratch.height = field.pixels;
    scratch.getContext('2d')?.putImageData(image.current, 0, 0);
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, columns, rows);
    if (sampled.some(Number.isNaN)) paintHatch(context, element, ratio, gapInk);
    context.drawImage(scratch, 0, 0, columns, rows);
  }, [area.width, area.height, frame, domain, field, shading, overlay, gapInk, scale]);

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
