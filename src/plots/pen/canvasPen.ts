import type { Pen, Stamp, Stroke } from './pen.ts';
import type { PixelBounds } from './pixels.ts';
import { blend } from './pixels.ts';
import type { StampStyle } from './sprites.ts';
import { PHASES, spriteOf } from './sprites.ts';

/** Pixels that marks are gathered in before they go onto a canvas, all at once. */
class MarkLayer {
  private image = new ImageData(1, 1);
  values = new Uint32Array(1);
  width = 1;
  height = 1;
  private readonly canvas = document.createElement('canvas');

  /** Empty, and as large as asked for. */
  clear(width: number, height: number): void {
    if (width === this.width && height === this.height) {
      this.values.fill(0);
      return;
    }
    this.image = new ImageData(width, height);
    this.values = new Uint32Array(this.image.data.buffer);
    this.width = width;
    this.height = height;
  }

  /** In place of whatever `target` shows. */
  replace(target: CanvasRenderingContext2D): void {
    target.putImageData(this.image, 0, 0);
  }

  /** Over what `target` shows. */
  cover(target: CanvasRenderingContext2D): void {
    const { canvas, width, height } = this;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.getContext('2d', { willReadFrequently: true })?.putImageData(this.image, 0, 0);
    target.save();
    target.resetTransform();
    target.drawImage(canvas, 0, 0);
    target.restore();
  }
}

/** Canvases are painted one after the other: one layer serves all of them. */
let layer: MarkLayer | null = null;

/** A part of a canvas, CSS pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A pen on an empty canvas whose transform already maps CSS pixels to device pixels and whose
 * clipping is `area`. What it draws is complete after `finish`.
 */
export class CanvasPen implements Pen {
  private readonly context: CanvasRenderingContext2D;
  private readonly ratio: number;
  private readonly bounds: PixelBounds;
  private marks: MarkLayer | null = null;
  private isEmpty = true;

  constructor(context: CanvasRenderingContext2D, ratio: number, area: Area) {
    const { width, height } = context.canvas;
    this.context = context;
    this.ratio = ratio;
    this.bounds = {
      left: Math.max(0, Math.round(area.left * ratio)),
      top: Math.max(0, Math.round(area.top * ratio)),
      right: Math.min(width, Math.round((area.left + area.width) * ratio)),
      bottom: Math.min(height, Math.round((area.top + area.height) * ratio)),
    };
  }

  begin(): void {
    this.context.beginPath();
  }

  moveTo(x: number, y: number): void {
    this.context.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.context.lineTo(x, y);
  }

  stroke({ colour, width, opacity = 1 }: Stroke): void {
    this.finish();
    this.isEmpty = false;
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.stroke();
    context.globalAlpha = 1;
  }

  stamp(style: StampStyle): Stamp {
    const { bounds, ratio } = this;
    const { phases, offset } = spriteOf(style, ratio);
    return {
      place: (x, y, opacity) => {
        const left = x * ratio;
        const top = y * ratio;
        const column = Math.floor(left);
        const row = Math.floor(top);
        const phase =
          PHASES * Math.floor((top - row) * PHASES) + Math.floor((left - column) * PHASES);
        this.marks ??= this.emptyLayer();
        blend(this.marks, bounds, phases[phase], column + offset, row + offset, opacity);
      },
    };
  }

  /** Puts the marks placed so far onto the canvas. */
  finish(): void {
    if (this.marks === null) return;
    if (this.isEmpty) this.marks.replace(this.context);
    else this.marks.cover(this.context);
    this.marks = null;
    this.isEmpty = false;
  }

  private emptyLayer(): MarkLayer {
    const { width, height } = this.context.canvas;
    layer ??= new MarkLayer();
    layer.clear(width, height);
    return layer;
  }
}
