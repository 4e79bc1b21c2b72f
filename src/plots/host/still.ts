import { createContext, type ReactNode } from 'react';
import type { PaintedCanvasProps } from '../pen/PaintedCanvas.tsx';
import type { Size } from './useElementSize.ts';

/** A picture of few pixels, enlarged to its place in the plot, CSS pixels. */
export interface PixelPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** RGBA, row by row from the top. */
  readonly pixels: Uint8ClampedArray;
}

/** What plots take from the page: their size, and canvases to paint on. */
interface Still {
  readonly size: Size;
  readonly marks: (canvas: PaintedCanvasProps) => ReactNode;
  readonly pictures: (pictures: readonly PixelPicture[]) => ReactNode;
}

/** Stands in for the page where there is none: the committed pictures of plots are made in Node. */
export const StillContext = createContext<Still | null>(null);
