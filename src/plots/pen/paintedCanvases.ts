import type { Pen } from './pen.ts';

export interface CanvasPicture {
  readonly paint: (pen: Pen) => void;
  readonly clip: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly marks: number;
}

/** How each canvas on the page was painted last, for exports that paint it again as vectors. */
const pictures = new WeakMap<HTMLCanvasElement, CanvasPicture>();

export const rememberPainter = (canvas: HTMLCanvasElement, picture: CanvasPicture): void => {
  pictures.set(canvas, picture);
};

export const pictureOf = (canvas: HTMLCanvasElement): CanvasPicture | undefined =>
  pictures.get(canvas);
