import { useContext, useLayoutEffect, useRef, useState } from 'react';
import { StillContext } from '../host/still.ts';
import { usePlotScale } from '../style/plotScale.ts';
import { CanvasPen } from './canvasPen.ts';
import { rememberPainter } from './paintedCanvases.ts';
import type { Pen } from './pen.ts';

export interface PaintedCanvasProps {
  readonly width: number;
  readonly height: number;
  /** What is visible of the picture, CSS pixels. */
  readonly clip: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly paint: (pen: Pen) => void;
  /** How many marks it paints: exports keep them as vectors only up to a limit. */
  readonly marks: number;
}

/** Device pixels per CSS pixel, also after the window moved to another display. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio);
  useLayoutEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const update = (): void => setRatio(window.devicePixelRatio);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [ratio]);
  return ratio;
}

/** A canvas repainted whenever `paint` or its size changes. Purely visual: hidden from assistive technology. */
export function PaintedCanvas(props: PaintedCanvasProps) {
  const still = useContext(StillContext);
  return still === null ? <Canvas {...props} /> : still.marks(props);
}

function Canvas({ width, height, clip, paint, marks }: PaintedCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio() * usePlotScale();

  useLayoutEffect(() => {
    const element = canvas.current;
    // Asks for a canvas in the processor's memory, where the marks are blended.
    const context = element?.getContext('2d', { willReadFrequently: true }) ?? null;
    if (element === null || context === null) return;
    const pixelWidth = Math.round(width * ratio);
    const pixelHeight = Math.round(height * ratio);
    // Setting the size clears and reallocates, so only when it differs.
    if (element.width !== pixelWidth) element.width = pixelWidth;
    if (element.height !== pixelHeight) element.height = pixelHeight;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.save();
    context.beginPath();
    context.rect(clip.left, clip.top, clip.width, clip.height);
    context.clip();
    const pen = new CanvasPen(context, ratio, clip);
    paint(pen);
    pen.finish();
    context.restore();
    rememberPainter(element, { paint, clip, marks });
  }, [width, height, clip, paint, marks, ratio]);

  return (
    <canvas ref={canvas} className="plot-layer" style={{ width, height }} aria-hidden="true" />
  );
}
