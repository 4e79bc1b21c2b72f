import { useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { StillContext } from '../host/still.ts';
import type { FieldKind } from '../style/colourMaps.ts';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { usePlotScale } from '../style/plotScale.ts';
import { useTheme } from '../style/theme.ts';
import { type Pictures, type Place, shadePicture } from './pictures.ts';

export interface PictureCanvasProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pictures: Pictures;
  /** Give it a stable identity: the canvas is painted again when it changes. */
  readonly places: readonly Place[];
  /** What the values are: ink, or standard deviations of it. */
  readonly kind?: FieldKind | undefined;
  /** The value at the map's far end; 1 by default. */
  readonly high?: number | undefined;
}

/** Where a picture is shaded, one pixel per value, before it is enlarged: one after the other. */
let scratch: HTMLCanvasElement | null = null;

/** Pictures at their places. Purely visual: hidden from assistive technology. */
export function PictureCanvas(props: PictureCanvasProps) {
  const theme = useTheme();
  const { width, height, pictures, places, kind = 'intensity', high = 1 } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = usePlotScale();
  const still = useContext(StillContext);
  const shading = useMemo(
    () => ({ map: packedMap(fieldMap(kind, theme)), low: 0, high }),
    [kind, theme, high],
  );

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const ratio = window.devicePixelRatio * scale;
    const columns = Math.max(1, Math.round(width * ratio));
    const rows = Math.max(1, Math.round(height * ratio));
    // Setting the size reallocates, so only when it differs.
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    context.clearRect(0, 0, columns, rows);
    context.imageSmoothingEnabled = false;
    const { side, values } = pictures;
    scratch ??= document.createElement('canvas');
    scratch.width = side;
    scratch.height = side;
    const inner = scratch.getContext('2d', { willReadFrequently: true });
    const image = new ImageData(side, side);
    for (const { index, left, top, size } of places) {
      if ((index + 1) * side * side > values.length) continue;
      shadePicture(image.data, pictures, index, shading);
      inner?.putImageData(image, 0, 0);
      // Whole device pixels, so that neighbours neither overlap nor leave a gap.
      const [x, y] = [Math.round(left * ratio), Math.round(top * ratio)];
      const [right, bottom] = [left + size, top + size].map((end) => Math.round(end * ratio));
      context.drawImage(scratch, x, y, right - x, bottom - y);
    }
  }, [width, height, pictures, places, shading, scale]);

  if (still !== null) {
    const { side, values } = pictures;
    const shown = places.filter(({ index }) => (index + 1) * side * side <= values.length);
    return still.pictures(
      shown.map(({ index, left, top, size }) => {
        const pixels = new Uint8ClampedArray(4 * side * side);
        shadePicture(pixels, pictures, index, shading);
        return { left, top, width: size, height: size, columns: side, rows: side, pixels };
      }),
    );
  }
  return (
    <canvas ref={canvas} className="plot-layer" style={{ width, height }} aria-hidden="true" />
  );
}
