import { useContext, useLayoutEffect, useRef } from 'react';
import { type PixelPicture, StillContext } from '../host/still.ts';
import { usePlotScale } from '../style/plotScale.ts';
import { usePlotStyle } from '../style/style.ts';

interface PixelPicturesProps {
  /** Of the plot, CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Give it a stable identity: the canvas is painted again when it changes. */
  readonly pictures: readonly PixelPicture[];
}

/** Device pixels per pixel of a plot. */
export const usePixelRatio = (): number =>
  usePlotScale() * (typeof window === 'undefined' ? 1 : window.devicePixelRatio);

/** Where a picture lies before it is enlarged: one after the other. */
let scratch: HTMLCanvasElement | null = null;

/** A canvas with the picture, one pixel each. */
export function unscaled({ columns, rows, pixels }: PixelPicture): HTMLCanvasElement {
  scratch ??= document.createElement('canvas');
  scratch.width = columns;
  scratch.height = rows;
  const image = new ImageData(new Uint8ClampedArray(pixels), columns);
  scratch.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  return scratch;
}

/** Pictures of few pixels at their places, hatched where they are transparent. Purely visual: hidden from assistive technology. */
export function PixelPictures(props: PixelPicturesProps) {
  const still = useContext(StillContext);
  return still === null ? <Canvas {...props} /> : still.pictures(props.pictures);
}

function Canvas({ width, height, pictures }: PixelPicturesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const ink = usePlotStyle().ink.muted;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round(side * ratio)));
    // Setting the size reallocates, so only when it differs.
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    context.clearRect(0, 0, columns, rows);
    context.imageSmoothingEnabled = false;
    for (const picture of pictures) {
      if (picture.pixels.length === 0) continue;
      // Whole device pixels, so that neighbours neither overlap nor leave a gap.
      const [x, y] = [picture.left, picture.top].map((at) => Math.round(at * ratio));
      const w = Math.round((picture.left + picture.width) * ratio) - x;
      const h = Math.round((picture.top + picture.height) * ratio) - y;
      if (hasGaps(picture)) paintHatch(context, { x, y, w, h }, ratio, ink);
      context.drawImage(unscaled(picture), x, y, w, h);
    }
  }, [width, height, pictures, ratio, ink]);

  return (
    <canvas ref={canvas} className="plot-layer" style={{ width, height }} aria-hidden="true" />
  );
}

function hasGaps({ pixels }: PixelPicture): boolean {
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] === 0) return true;
  return false;
}

/** Distance of the lines of a hatching and their width, pixels of a plot. */
const HATCH = { spacing: 7, width: 1.5 };

function paintHatch(
  context: CanvasRenderingContext2D,
  { x, y, w, h }: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>,
  ratio: number,
  ink: string,
): void {
  context.save();
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
  context.strokeStyle = ink;
  context.lineWidth = HATCH.width * ratio;
  context.beginPath();
  for (let at = x - h; at < x + w; at += HATCH.spacing * ratio) {
    context.moveTo(at, y + h);
    context.lineTo(at + h, y);
  }
  context.stroke();
  context.restore();
}
