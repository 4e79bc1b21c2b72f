import { path } from 'd3';
import { SYMBOLS, symbolArea } from '../style/symbols.ts';
import type { StampStyle } from './sprites.ts';
import { HALO_WIDTH } from './sprites.ts';

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly opacity?: number;
}

/** A mark prepared once and placed many times. */
export interface Stamp {
  place(x: number, y: number, opacity: number): void;
}

/**
 * What layers draw with. The same painter draws pixels on a canvas and vectors into
 * an exported SVG, so the two can not disagree.
 */
export interface Pen {
  begin(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(style: Stroke): void;
  stamp(style: StampStyle): Stamp;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A pen that writes SVG elements. */
export class SvgPen implements Pen {
  private readonly elements: string[] = [];
  private current = path();

  begin(): void {
    this.current = path();
  }

  moveTo(x: number, y: number): void {
    this.current.moveTo(Math.round(x * 100) / 100, Math.round(y * 100) / 100);
  }

  lineTo(x: number, y: number): void {
    this.current.lineTo(Math.round(x * 100) / 100, Math.round(y * 100) / 100);
  }

  stroke({ colour, width, opacity = 1 }: Stroke): void {
    const d = this.current.toString();
    if (d === '') return;
    this.elements.push(
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${short(opacity)}" stroke-linejoin="round"/>`,
    );
  }

  stamp(style: StampStyle): Stamp {
    const outline = path();
    SYMBOLS[style.symbol](outline, symbolArea(style.radius));
    const d = outline.toString().replace(/\d+\.\d{3,}/g, (digits) => short(Number(digits)));
    const halo =
      style.halo === null
        ? ''
        : ` stroke="${style.halo}" stroke-width="${2 * HALO_WIDTH}" stroke-linejoin="round" paint-order="stroke"`;
    const { elements } = this;
    return {
      place(x, y, opacity) {
        elements.push(
          `<path transform="translate(${short(x)} ${short(y)})" d="${d}" fill="${style.colour}" opacity="${short(opacity)}"${halo}/>`,
        );
      },
    };
  }

  toString(): string {
    return this.elements.join('');
  }
}
