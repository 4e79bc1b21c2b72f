/** Marks blended into an array of pixels: where there are thousands, several times faster than a canvas's own drawing. */

/** Pixels row by row, alpha in the highest byte, colours not multiplied by it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly values: Uint32Array;
}

/** A part of an array of pixels: from `left`, `top` up to, but without, `right`, `bottom`. */
export interface PixelBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Lays `mark` over `target` with its upper left corner at (x, y), whole pixels: "source over"
 * after Porter and Duff (1984). What lies outside `bounds` is left alone.
 */
export function blend(
  target: Pixels,
  bounds: PixelBounds,
  mark: Pixels,
  x: number,
  y: number,
  opacity: number,
): void {
  const from = target.values;
  const over = mark.values;
  const firstColumn = Math.max(0, bounds.left - x);
  const endColumn = Math.min(mark.width, bounds.right - x);
  const endRow = Math.min(mark.height, bounds.bottom - y);
  for (let row = Math.max(0, bounds.top - y); row < endRow; row++) {
    let at = (y + row) * target.width + x + firstColumn;
    const end = row * mark.width + endColumn;
    for (let source = row * mark.width + firstColumn; source < end; source++, at++) {
      const above = over[source];
      const alpha = (above >>> 24) * opacity;
      if (alpha < 0.5) continue;
      const below = from[at];
      const left = (below >>> 24) * (1 - alpha / 255);
      const total = alpha + left;
      // Of the colour that results, this part is the mark's.
      const share = alpha / total;
      const red = below & 255;
      const green = (below >>> 8) & 255;
      const blue = (below >>> 16) & 255;
      from[at] =
        ((total + 0.5) << 24) |
        ((blue + share * (((above >>> 16) & 255) - blue) + 0.5) << 16) |
        ((green + share * (((above >>> 8) & 255) - green) + 0.5) << 8) |
        (red + share * ((above & 255) - red) + 0.5);
    }
  }
}
