/** Three checkpoints as one, and back. */
import { packArrays, unpackArrays } from '../../../svae/packedArrays.ts';
import type { Checkpoint } from '../../engine.ts';
import type { ByModel } from '../snapshot.ts';

/** What the comparison remembers beside its models. */
export interface OwnState {
  readonly course: Float64Array;
  /** Step at which EM stands: it rests once it has arrived. */
  readonly gmmStep: number;
}

export function packCheckpoints(
  step: number,
  { gmm, vae, svae }: ByModel<Checkpoint>,
  own: OwnState,
): Checkpoint {
  const all = [gmm, vae, svae];
  const parameters = new Float32Array(vae.parameters.length + svae.parameters.length);
  parameters.set(vae.parameters);
  parameters.set(svae.parameters, vae.parameters.length);
  return {
    step,
    parameters,
    optimiser: packArrays([
      ...all.map(({ optimiser }) => optimiser),
      own.course,
      Float64Array.of(own.gmmStep),
    ]),
    natural: packArrays(all.map(({ natural }) => natural)),
    modelState: packArrays(all.map(({ modelState }) => modelState)),
    random: [...vae.random, ...svae.random],
  };
}

/**
 * @param now checkpoints of the models as they are, for what lengths do not tell
 * @throws RangeError when the parts are not those of three models
 */
export function unpackCheckpoints(
  packed: Checkpoint,
  now: ByModel<Checkpoint>,
): { readonly models: ByModel<Checkpoint>; readonly own: OwnState } {
  const [ofGmm, ofVae, ofSvae, course, [gmmStep]] = unpackArrays(packed.optimiser, 5);
  const naturals = unpackArrays(packed.natural, 3);
  const states = unpackArrays(packed.modelState, 3);
  const part = (i: number, optimiser: Float64Array) => ({
    optimiser,
    natural: naturals[i],
    modelState: states[i],
  });
  const { step, parameters, random } = packed;
  const networks = now.vae.parameters.length;
  const stream = now.vae.random.length;
  return {
    models: {
      gmm: { ...part(0, ofGmm), step: gmmStep, parameters: new Float32Array(0), random: [] },
      vae: {
        ...part(1, ofVae),
        step,
        parameters: parameters.slice(0, networks),
        random: random.slice(0, stream),
      },
      svae: {
        ...part(2, ofSvae),
        step,
        parameters: parameters.slice(networks),
        random: random.slice(stream),
      },
    },
    own: { course, gmmStep },
  };
}
