/** What an encoder and its decoder look like, and where each of their parameters lives. */

export type Activation = 'tanh' | 'relu' | 'sigmoid';

/** Whether a node potential couples latent dimensions with each other. */
export type PotentialKind = 'diagonal' | 'full';

export type DecoderMean = 'identity' | 'sigmoid' | 'bernoulli';

/** Everything about the networks that is fixed while they train. */
export interface AutoencoderShape {
  /** D */
  readonly dataDimension: number;
  /** d */
  readonly latentDimension: number;
  /** 0..4 in encoder and decoder each; with 0 both are affine. */
  readonly hiddenLayers: number;
  readonly hiddenUnits: number;
  readonly activation: Activation;
  /** Precision of the node potentials; diagonal if absent. */
  readonly potential?: PotentialKind;
  /**
   * Linear links past the hidden layers, input to mean (thesis 6.1.1), and how they start: as a
   * random partial isometry, or with N(0, 1) weights (figure 6.3b: the bad start).
   */
  readonly residual: 'partial-isometry' | 'normal' | 'none';
  /** Whether the decoder's residual link starts as the transpose of the encoder's. */
  readonly decoderResidual: 'transpose' | 'independent';
  /** Start of the other weights: N(0, 0.01^2), or N(0, 1 / inputs) with quiet precision heads. */
  readonly weights: 'small' | 'fan-in';
  /** Standard deviation of the hidden layers' starting biases; 0 if absent. */
  readonly hiddenBiasDeviation?: number;
  /** Factor on the heads' starting weights under 'fan-in'; 1 if absent. */
  readonly headScale?: number;
  /** Factors on what enters the hidden layers (not the residual links). */
  readonly encoderInputScale: number;
  readonly decoderInputScale: number;
  /** Initial biases, before squashing, of the encoder's log-precision and decoder's log-variance. */
  readonly initialLogPrecision: number;
  readonly initialLogVariance: number;
  /**
   * In the middle of the decoder's log-variances, which lie at most 5 from it: data that vary little need
   * a lower one. 0 if absent.
   */
  readonly logVarianceCentre?: number;
  /**
   * What the decoder's means become: of a Gaussian as they are or squashed to 0..1, or logits of binary
   * values, whose variance follows from their mean: the other half of the head then counts for nothing.
   */
  readonly decoderMean: DecoderMean;
  /**
   * D: log of how long a unit of each column is in the units that densities are given in: own data
   * are learned in other units than they are spoken of. All 0 if absent.
   */
  readonly logScales?: readonly number[];
}

/** The settings of a two-dimensional lab; a starting point for other shapes. */
export const DEFAULT_SHAPE: AutoencoderShape = {
  dataDimension: 2,
  latentDimension: 2,
  hiddenLayers: 1,
  hiddenUnits: 50,
  activation: 'tanh',
  residual: 'partial-isometry',
  decoderResidual: 'transpose',
  weights: 'fan-in',
  encoderInputScale: 1,
  decoderInputScale: 1,
  initialLogPrecision: 0,
  initialLogVariance: 0,
  decoderMean: 'identity',
};

/** One matrix inside the flat parameter vector, row-major, inputs x outputs; biases have one row. */
export interface ParameterBlock {
  /** "encoder.hidden1.weights" */
  readonly name: string;
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

export interface DenseBlocks {
  readonly weights: ParameterBlock;
  readonly bias: ParameterBlock;
}

/** The dense layers of one network, last the linear head, and its residual link. */
export interface NetworkBlocks {
  readonly layers: readonly DenseBlocks[];
  readonly residual: ParameterBlock | null;
}

export interface ParameterLayout {
  /** Number of parameters. */
  readonly length: number;
  /** In the order of their offsets, without gaps. */
  readonly blocks: readonly ParameterBlock[];
  /**
   * D -> 2d: columns 0..d-1 of the head are the mean, the rest the log-precision. Where potentials
   * are full, d(d-1)/2 more columns couple the dimensions.
   */
  readonly encoder: NetworkBlocks;
  /** d -> 2D: columns 0..D-1 of the head are the mean, the rest the log-variance. */
  readonly decoder: NetworkBlocks;
}

/** Names and places of all parameters of `shape`. Throws a RangeError naming a bad value. */
export function parameterLayout(shape: AutoencoderShape): ParameterLayout {
  checkShape(shape);
  const blocks: ParameterBlock[] = [];
  let length = 0;
  const place = (name: string, rows: number, columns: number): ParameterBlock => {
    const block = { name, offset: length, rows, columns };
    blocks.push(block);
    length += rows * columns;
    return block;
  };
  const network = (
    name: string,
    inputs: number,
    outputs: number,
    couplings: number,
  ): NetworkBlocks => {
    const widths = [inputs, ...Array<number>(shape.hiddenLayers).fill(shape.hiddenUnits)];
    const layers = widths.map((width, index) => {
      const last = index === shape.hiddenLayers;
      const label = `${name}.${last ? 'head' : `hidden${index + 1}`}`;
      const columns = last ? 2 * outputs + couplings : shape.hiddenUnits;
      return {
        weights: place(`${label}.weights`, width, columns),
        bias: place(`${label}.bias`, 1, columns),
      };
    });
    const residual = shape.residual === 'none' ? null : place(`${name}.residual`, inputs, outputs);
    return { layers, residual };
  };
  const { dataDimension: D, latentDimension: d } = shape;
  const encoder = network('encoder', D, d, shape.potential === 'full' ? (d * (d - 1)) / 2 : 0);
  const decoder = network('decoder', d, D, 0);
  return { length, blocks, encoder, decoder };
}

function checkShape(shape: AutoencoderShape): void {
  checkCount('data dimension', shape.dataDimension, 1, 100_000);
  checkCount('latent dimension', shape.latentDimension, 1, 1000);
  checkCount('number of hidden layers', shape.hiddenLayers, 0, 4);
  checkCount('number of hidden units', shape.hiddenUnits, 1, 10_000);
  checkFinite('encoder input scale', shape.encoderInputScale);
  checkFinite('decoder input scale', shape.decoderInputScale);
  checkFinite('initial log-precision', shape.initialLogPrecision);
  checkFinite('initial log-variance', shape.initialLogVariance);
}

function checkCount(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`The ${what} must be a whole number ${least}..${most}, not ${value}.`);
  }
}

function checkFinite(what: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`The ${what} must be finite, not ${value}.`);
}
