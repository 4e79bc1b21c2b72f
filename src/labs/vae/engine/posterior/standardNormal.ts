/**
 * The VAE is the SVAE with a graphical model that has nothing to learn: x ~ N(0, I), fixed (thesis
 * 4.2, 2.4; lecture notes 9.6). No global parameters, so no natural gradient and no global KL; the
 * trainer is that of every SVAE.
 *
 * Local inference puts the encoder's potential and the prior together, q(x) ∝ N(x | 0, I) psi(x):
 * precision I + J, mean (I + J)^-1 h. So the encoder says what an observation adds to the prior, and
 * no posterior is wider than it.
 */
import type { GraphicalModel, InferenceRequest } from '../../../../svae/graphicalModel.ts';
import type { QFamily } from '../../snapshot.ts';
import { createPosteriors, type Posteriors } from './posteriors.ts';

const NOTHING = new Float64Array(0);

export class StandardNormal implements GraphicalModel {
  readonly latentDimension: number;
  readonly parameterLength = 0;
  readonly prior = NOTHING;
  private readonly family: QFamily;
  /** One for every number of rows asked for. */
  private readonly batches = new Map<number, Posteriors>();

  /**
   * @param latentDimension d
   * @param family of q(x), as the encoder's potentials are
   */
  constructor(latentDimension: number, family: QFamily = 'diagonal') {
    this.latentDimension = latentDimension;
    this.family = family;
  }

  initialise(): Float64Array {
    return NOTHING;
  }

  expectedStatistics(): { readonly ok: true } {
    return { ok: true };
  }

  globalKl(): number {
    return 0;
  }

  validate(): { readonly ok: true } {
    return { ok: true };
  }

  infer(request: InferenceRequest): Posteriors {
    const rows = request.rows.length;
    let batch = this.batches.get(rows);
    if (!batch) {
      batch = createPosteriors(this.family, rows, this.latentDimension);
      this.batches.set(rows, batch);
    }
    batch.infer(request);
    return batch;
  }

  saveState(): Float64Array {
    return NOTHING;
  }

  restoreState(state: Float64Array): void {
    if (state.length === 0) return;
    throw new RangeError(
      `A VAE has no state of local inference; this one has ${state.length} numbers.`,
    );
  }
}
