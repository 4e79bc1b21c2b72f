/**
 * Checkpoints of model files before version 3: five arrays for every lab, into which whatever else
 * there was had been packed: the count of arrays, their lengths, then the numbers.
 */
import type { Checkpoint } from '../labs/engine.ts';

export interface OldCheckpoint {
  readonly step: number;
  readonly parameters: Float32Array;
  readonly optimiser: Float64Array;
  readonly natural: Float64Array;
  readonly modelState: Float64Array;
  readonly random: readonly number[];
}

type Arrays = Checkpoint['arrays'];

/** The same checkpoint with names. Throws a RangeError in words when the arrays are not those of the lab. */
export function namedCheckpoint(lab: string, old: OldCheckpoint): Checkpoint {
  const arraysOf = ARRAYS_OF[lab] ?? em;
  return { step: old.step, arrays: arraysOf(old) };
}

const ARRAYS_OF: Readonly<Record<string, (old: OldCheckpoint) => Arrays>> = {
  'svae-gmm': searched,
  'svae-lds': trained,
  vae: trained,
  'mixture-of-experts': experts,
  compare,
};

/** Of a trainer. */
function trained({ parameters, natural, modelState, optimiser, random }: OldCheckpoint): Arrays {
  const [adam, averageParameters, averageNatural] = unpack(optimiser, 3);
  return {
    parameters,
    natural,
    localState: modelState,
    adam,
    averageParameters: Float32Array.from(averageParameters),
    averageNatural,
    random: Float64Array.from(random),
  };
}

/** Of a trainer with a structural search, which may be in the middle of a trial. */
function searched(old: OldCheckpoint): Arrays {
  const [optimiser, memory] = unpack(old.optimiser, 2);
  const [tried, trial] = unpack(memory, 2);
  const arrays = { ...trained({ ...old, optimiser }), tried };
  if (trial.length === 0) return arrays;
  const [until, start, changed] = unpack(trial, 3);
  return { ...arrays, until, ...branch('trial', start), ...branch('changed', changed) };
}

function branch(place: string, packed: Float64Array): Arrays {
  if (packed.length === 0) return {};
  const [step, parameters, optimiser, natural, modelState, random] = unpack(packed, 6);
  const networks = Float32Array.from(parameters);
  const old = { optimiser, natural, modelState, random: [...random] };
  return under(place, { step, ...trained({ ...old, step: step[0], parameters: networks }) });
}

function halfSteps(optimiser: Float64Array): Arrays {
  const [course, flags] = unpack(optimiser, 2);
  return { course, halfSteps: flags };
}

function em({ optimiser, natural, modelState }: OldCheckpoint): Arrays {
  const [weights, means, covariances, posterior] = unpack(natural, 4);
  const [responsibilities, logResponsibilities, singular, events] = unpack(modelState, 4);
  return {
    ...{ weights, means, covariances, natural: posterior },
    ...{ responsibilities, logResponsibilities, singular },
    ...halfSteps(optimiser),
    events,
  };
}

function experts({ optimiser, natural, modelState }: OldCheckpoint): Arrays {
  const [own, variances, gate] = unpack(natural, 3);
  const [responsibilities, logResponsibilities] = unpack(modelState, 2);
  const ofRows = { responsibilities, logResponsibilities };
  return { experts: own, variances, gate, ...ofRows, ...halfSteps(optimiser) };
}

/** Three models, the networks of two of them one after the other. */
function compare({
  step,
  parameters,
  optimiser,
  natural,
  modelState,
  random,
}: OldCheckpoint): Arrays {
  const [ofGmm, ofVae, ofSvae, course, gmmStep] = unpack(optimiser, 5);
  const naturals = unpack(natural, 3);
  const states = unpack(modelState, 3);
  const parts = [ofGmm, ofVae, ofSvae].map((ofModel, i) => ({
    ...{ step, parameters, random, optimiser: ofModel },
    ...{ natural: naturals[i], modelState: states[i] },
  }));
  // The average of the networks is as long as the networks.
  const vaeLength = unpack(ofVae, 3)[1].length;
  const half = random.length / 2;
  const vae = {
    ...parts[1],
    parameters: parameters.slice(0, vaeLength),
    random: random.slice(0, half),
  };
  const svae = { ...parts[2], parameters: parameters.slice(vaeLength), random: random.slice(half) };
  const steps = Float64Array.of(step);
  return {
    course,
    ...under('gmm', { ...em(parts[0]), step: gmmStep }),
    ...under('vae', { ...trained(vae), step: steps }),
    ...under('svae', { ...searched(svae), step: steps }),
  };
}

const under = (place: string, arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${place}/${name}`, array]));

function unpack(packed: Float64Array, count: number): Float64Array[] {
  const lengths = packed.subarray(1, 1 + count);
  const total = lengths.reduce((sum, length) => sum + length, 1 + count);
  if (packed[0] !== count || total !== packed.length) {
    throw new RangeError(
      `its state should pack ${count} arrays; the ${packed.length} numbers do not`,
    );
  }
  let at = 1 + count;
  return Array.from(lengths, (length) => {
    at += length;
    return packed.slice(at - length, at);
  });
}
