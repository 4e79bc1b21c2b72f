/** Moving pictures as GIF. */
import { Encoder } from 'modern-gif';
import type { GifFrame, GifSize } from './gifLimits.ts';

/** GIF counts in hundredths of a second, and viewers slow down what is faster than two of them. */
const UNIT_MS = 10;
const LEAST_DELAY_MS = 20;

/** Takes frames one by one; in the thread that it is made in. */
export class GifWriter {
  private readonly encoder: Encoder;
  private work: Promise<void> = Promise.resolve();

  constructor(size: GifSize) {
    this.encoder = new Encoder({ ...size, looped: true, loopCount: 0 });
  }

  add({ pixels, delay }: GifFrame): void {
    const rounded = Math.max(LEAST_DELAY_MS, UNIT_MS * Math.round(delay / UNIT_MS));
    this.work = this.work.then(() => this.encoder.encode({ data: pixels, delay: rounded }));
  }

  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    await this.work;
    return new Uint8Array(await this.encoder.flush('arrayBuffer'));
  }
}
