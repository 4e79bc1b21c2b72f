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

  constructor(networks: Autoencoder) {
    this.networks = networks;
  }

  /** The next grid is fitted to its latents alone. */
  forget(): void {
    this.extent = 0;
  }

  /** @param latents N x 2 */
  make(latents: Float32Array): DecodedGrid {
    this.fitExtent(latents);
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
    const { mean } = this.networks.reconstruct(this.latents, LINES * LINES);
    return { lines: LINES, coordinates, points: mean };
  }

  /** A square around the origin that holds the latents, growing and shrinking in steps. */
  private fitExtent(latents: Float32Array): void {
    let reach = 0;
    for (const value of latents) reach = Math.max(reach, Math.abs(value));
    if (reach > this.extent || reach < LEAST_FILLED * this.extent) {
      const power = 10 ** Math.floor(Math.log10(Math.max(reach, 1e-6)));
      const digit = [1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10].find((d) => d * power >= reach) ?? 10;
      this.extent = digit * power;
    }
  }
}
