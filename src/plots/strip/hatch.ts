/** Distance of the lines of a hatching and their width, in display pixels of the page. */
const SPACING = 7;
const WIDTH = 1.5;

/** Hatches a whole canvas, `ratio` device pixels to a pixel of the page, as ground for what is opaque. */
export function paintHatch(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  ratio: number,
  ink: string,
): void {
  context.strokeStyle = ink;
  context.lineWidth = WIDTH * ratio;
  context.beginPath();
  for (let x = -height; x < width; x += SPACING * ratio) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}
