/**
 * Dense layers on the tfjs backend, hidden ones with an activation and a linear head, with the
 * backward pass written by hand: no tape, a handful of kernels, buffers freed where they end.
 */
import { getBackend, type Tensor } from '@tensorflow/tfjs-core';
import {
  activationBackward,
  dense,
  matrix,
  product,
  productTransposedLeft,
  productTransposedRight,
  read,
  vector,
} from './kernels.ts';
import type { Activation, DenseBlocks, ParameterBlock } from './shape.ts';

interface LayerWeights {
  readonly weights: Tensor;
  readonly bias: Tensor;
}

/** A gradient still on the backend, and where in the flat vector it belongs. */
export interface DeviceGradient {
  readonly tensor: Tensor;
  readonly offset: number;
}

export class DenseStack {
  private readonly layers: readonly DenseBlocks[];
  private readonly activation: Activation;
  private uploaded: LayerWeights[] = [];
  private uploadedTo = '';
  /** The head's first outputs by themselves, for passes that need no others. */
  private firstOfHead: LayerWeights | null = null;
  /** Input of every layer in the pass that `backward` will differentiate. */
  private kept: Tensor[] = [];
  private gradients: DeviceGradient[] = [];
  private ones: Tensor | null = null;
  private onesBackend = '';

  constructor(layers: readonly DenseBlocks[], activation: Activation) {
    this.layers = layers;
    this.activation = activation;
  }

  get inputs(): number {
    return this.layers[0].weights.rows;
  }

  get outputs(): number {
    return this.layers[this.layers.length - 1].weights.columns;
  }

  /** Whether a pass is kept that `backward` can differentiate. */
  get hasPass(): boolean {
    return this.kept.length > 0;
  }

  /** The weights have changed: the next pass uploads them, a kept pass is no longer valid. */
  forgetWeights(): void {
    this.dropPass();
    for (const { weights, bias } of [
      ...this.uploaded,
      ...(this.firstOfHead ? [this.firstOfHead] : []),
    ]) {
      weights.dispose();
      bias.dispose();
    }
    this.uploaded = [];
    this.firstOfHead = null;
  }

  dispose(): void {
    this.forgetWeights();
    this.dropGradients();
    this.ones?.dispose();
    this.ones = null;
  }

  /**
   * The head's output, rows x outputs, to be read at once. `input` (rows x inputs) may be kept
   * until the pass is dropped, so the caller must not change it. With `keep` the pass can be
   * differentiated.
   */
  forward(
    parameters: Float32Array,
    input: Float32Array,
    rows: number,
    keep: boolean,
  ): Float32Array {
    this.upload(parameters);
    if (keep) this.dropPass();
    const { inputs, output } = this.pass(this.uploaded, input, rows);
    if (keep) this.kept = inputs;
    else for (const tensor of inputs) tensor.dispose();
    return output;
  }

  /**
   * The first half of the head's outputs, rows x outputs / 2, to be read at once, the same numbers
   * as those of `forward`; the pass is not kept.
   */
  forwardHalf(parameters: Float32Array, input: Float32Array, rows: number): Float32Array {
    this.upload(parameters);
    this.firstOfHead ??= firstHalf(parameters, this.layers[this.layers.length - 1]);
    const layers = [...this.uploaded.slice(0, -1), this.firstOfHead];
    const { inputs, output } = this.pass(layers, input, rows);
    for (const tensor of inputs) tensor.dispose();
    return output;
  }

  /** What each layer is given, and the values of what the last one gives. */
  private pass(
    layers: readonly LayerWeights[],
    input: Float32Array,
    rows: number,
  ): { readonly inputs: Tensor[]; readonly output: Float32Array } {
    const inputs: Tensor[] = [];
    let x = matrix(input, rows, this.inputs);
    layers.forEach(({ weights, bias }, index) => {
      inputs.push(x);
      const isHead = index === layers.length - 1;
      x = dense(x, weights, bias, isHead ? 'linear' : this.activation);
    });
    const output = read(x);
    x.dispose();
    return { inputs, output };
  }

  /**
   * Adjoint of the kept pass, which it uses up. Takes the gradient of the output (rows x outputs,
   * left unchanged afterwards), leaves the gradients of hidden layers and weights on the backend
   * for `takeGradients`, writes that of the head's bias into `flatGradient`, and returns that of
   * the input (rows x inputs) if wanted.
   */
  backward(
    dOutput: Float32Array,
    rows: number,
    wantInput: boolean,
    flatGradient: Float64Array,
  ): Float32Array | null {
    this.dropGradients();
    sumRows(dOutput, rows, this.layers[this.layers.length - 1].bias, flatGradient);
    let dy = matrix(dOutput, rows, this.outputs);
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const { weights, bias } = this.layers[index];
      const input = this.kept[index];
      this.gradients.push({ tensor: productTransposedLeft(input, dy), offset: weights.offset });
      if (index < this.layers.length - 1) {
        this.gradients.push({ tensor: product(this.onesRow(rows), dy), offset: bias.offset });
      }
      if (index === 0 && !wantInput) break;
      const dInput = productTransposedRight(dy, this.uploaded[index].weights);
      dy.dispose();
      dy = dInput;
      if (index > 0) {
        dy = activationBackward(this.activation, input, dInput);
        dInput.dispose();
      }
    }
    const result = wantInput ? read(dy).slice() : null;
    dy.dispose();
    this.dropPass();
    return result;
  }

  /** Hands over the gradients `backward` left on the backend; the caller disposes of them. */
  takeGradients(): readonly DeviceGradient[] {
    const { gradients } = this;
    this.gradients = [];
    return gradients;
  }

  /** Weights follow the backend in use, so that one may be switched between two steps. */
  private upload(parameters: Float32Array): void {
    const backend = getBackend();
    if (this.uploaded.length > 0 && this.uploadedTo === backend) return;
    this.forgetWeights();
    this.uploadedTo = backend;
    this.uploaded = this.layers.map(({ weights, bias }) => ({
      weights: matrix(valuesOf(parameters, weights), weights.rows, weights.columns),
      bias: vector(valuesOf(parameters, bias)),
    }));
  }

  private onesRow(rows: number): Tensor {
    const backend = getBackend();
    if (this.ones?.size !== rows || this.onesBackend !== backend) {
      this.ones?.dispose();
      this.ones = matrix(new Float32Array(rows).fill(1), 1, rows);
      this.onesBackend = backend;
    }
    return this.ones;
  }

  private dropPass(): void {
    for (const tensor of this.kept) tensor.dispose();
    this.kept = [];
  }

  private dropGradients(): void {
    for (const { tensor } of this.gradients) tensor.dispose();
    this.gradients = [];
  }
}

function valuesOf(parameters: Float32Array, block: ParameterBlock): Float32Array {
  return parameters.slice(block.offset, block.offset + block.rows * block.columns);
}

/** The columns of the first half of a layer's outputs. */
function firstHalf(parameters: Float32Array, { weights, bias }: DenseBlocks): LayerWeights {
  const { offset, rows, columns } = weights;
  const half = columns / 2;
  const values = new Float32Array(rows * half);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < half; j++) values[i * half + j] = parameters[offset + i * columns + j];
  return {
    weights: matrix(values, rows, half),
    bias: vector(parameters.slice(bias.offset, bias.offset + half)),
  };
}

/** Column sums of rows x block.columns into the block's place. */
function sumRows(
  values: Float32Array,
  rows: number,
  block: ParameterBlock,
  flatGradient: Float64Array,
): void {
  const { offset, columns } = block;
  flatGradient.fill(0, offset, offset + columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) flatGradient[offset + j] += values[i * columns + j];
  }
}
