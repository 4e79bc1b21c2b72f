/** How much of a GIF is held in memory. */

export interface GifFrame {
  /** width x height x 4, RGBA, in a buffer of its own that is given away. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Milliseconds that it is shown. */
  readonly delay: number;
}

export interface GifSize {
  readonly width: number;
  readonly height: number;
}

/** Frames are held until the last, since all share their colours. */
const MOST_BYTES = 160_000_000;

/** As many frames of this size as fit into memory. */
export const mostFrames = ({ width, height }: GifSize): number =>
  Math.max(1, Math.floor(MOST_BYTES / (4 * width * height)));
