import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { DecodedGrid } from '../snapshot.ts';

/** Grid lines per direction: enough for smooth curves, few enough to decode with every frame. */
const LINES = 25;
/** The grid is redrawn to a new extent only when latents leave it or fill less than this part. */
const LEAST_FILLED = 0.5;

/** The latent plane's grid seen through the decoder; shows how the network bends space. */
export class DecodedGridMaker {
  private readonly networks: Autoencoder;
  private extent = 0;
  private readonly latents = new Float64Array(LINES * LINES * 2);
  /** Of the networks and the extent as they are; null when one of them has changed. */
  private known: DecodedGrid | null = null;

  constructor(networks: Autoencoder) {
    this.networks = networks;
  }

  /** The next grid is fitted to its latents alone. */
  forgetExtent(): void {
    this.extent = 0;
  }

  /** The networks have changed. */
  forgetPoints(): void {
    this.known = null;
  }

  /** @param latents N x 2 */
  make(latents: Float32Array): DecodedGrid {
    if (this.fitExtent(latents)) this.known = null;
    this.known ??= this.decode();
    return { ...this.known, points: this.known.points.slice() };
  }

  private decode(): DecodedGrid {
    const coordinates = Array.from(
      { length: LINES },
      (_, i) => this.extent * ((2 * i) / (LINES - 1) - 1),
    );
    for (let row = 0, at = 0; row < LINES; row++) {
      for (let column = 0; column < LINES; column++, at += 2) {
        this.latents[at] = coordinates[column];
        this.latents[at + 1] = coordinates[row];
      }
    }
    const points = this.networks.reconstructMean(this.latents, LINES * LINES);
    return { lines: LINES, coordinates, points };
  }

  /**
   * A square around the origin that holds the latents, growing and shrinking in steps. Returns
   * whether it is another one now.
   */
  private fitExtent(latents: Float32Array): boolean {
    let reach = 0;
    for (let i = 0; i < latents.length; i++) reach = Math.max(reach, Math.abs(latents[i]));
    const { extent } = this;
    if (reach <= extent && reach >= LEAST_FILLED * extent) return false;
    const power = 10 ** Math.floor(Math.log10(Math.max(reach, 1e-6)));
    const digit = [1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10].find((d) => d * power >= reach) ?? 10;
    this.extent = digit * power;
    return this.extent !== extent;
  }
}
