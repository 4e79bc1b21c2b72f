/**
 * What encoder and decoder have in common: dense layers whose head gives a mean and a raw
 * log-spread, and a linear link from the input to the mean.
 */
import { DenseStack, type DeviceGradient } from './denseStack.ts';
import { addResidual, addResidualInputGradient, residualBackward } from './residualLink.ts';
import type { Activation, NetworkBlocks, ParameterBlock } from './shape.ts';

/** What the head gives. */
export interface MeanSpread {
  /** rows x outputs */
  readonly mean: Float64Array;
  /** rows x the other columns: log-precision or log-variance before squashing, and what couples outputs. */
  readonly raw: Float64Array;
}

export class MeanSpreadNetwork {
  private readonly stack: DenseStack;
  private readonly residual: ParameterBlock | null;
  private readonly inputScale: number;
  private readonly parameters: Float32Array;

  /** @param parameters the flat vector of all networks, read at every pass */
  constructor(
    blocks: NetworkBlocks,
    activation: Activation,
    inputScale: number,
    parameters: Float32Array,
  ) {
    this.stack = new DenseStack(blocks.layers, activation);
    this.residual = blocks.residual;
    this.inputScale = inputScale;
    this.parameters = parameters;
  }

  get hasPass(): boolean {
    return this.stack.hasPass;
  }

  /** Fills `out` from rows x inputs. With `keep` the pass can be differentiated. */
  forward(x: Float32Array | Float64Array, rows: number, keep: boolean, out: MeanSpread): void {
    const head = this.head(x, rows, keep);
    const { mean, raw } = out;
    const outputs = mean.length / rows;
    const others = this.stack.outputs - outputs;
    let from = 0;
    for (let b = 0; b < rows; b++) {
      for (let j = 0; j < outputs; j++) mean[b * outputs + j] = head[from++];
      for (let j = 0; j < others; j++) raw[b * others + j] = head[from++];
    }
    if (this.residual) addResidual(this.parameters, this.residual, x, rows, mean);
  }

  /**
   * The mean alone, rows x outputs, for pictures of many rows; to be used at once. The
   * head must couple nothing.
   */
  forwardMean(x: Float32Array | Float64Array, rows: number): Float32Array | Float64Array {
    const { stack, parameters, residual } = this;
    const head = stack.forwardHalf(parameters, this.scaled(x, rows), rows);
    if (!residual) return head;
    const mean = Float64Array.from(head);
    addResidual(parameters, residual, x, rows, mean);
    return mean;
  }

  /**
   * Adjoint of the kept pass, at the same x. Residual and head bias gradients go straight into
   * `flatGradient`, the others wait for `takeGradients`; `dX` (rows x inputs) is filled if given.
   */
  backward(
    x: Float32Array | Float64Array,
    rows: number,
    gradient: MeanSpread,
    flatGradient: Float64Array,
    dX: Float64Array | null,
  ): void {
    const { stack, residual, inputScale } = this;
    const outputs = gradient.mean.length / rows;
    const others = stack.outputs - outputs;
    const dHead = new Float32Array(rows * stack.outputs);
    let to = 0;
    for (let b = 0; b < rows; b++) {
      for (let j = 0; j < outputs; j++) dHead[to++] = gradient.mean[b * outputs + j];
      for (let j = 0; j < others; j++) dHead[to++] = gradient.raw[b * others + j];
    }
    const dInput = stack.backward(dHead, rows, dX !== null, flatGradient);
    if (dX && dInput) {
      for (let k = 0; k < dInput.length; k++) dX[k] = inputScale * dInput[k];
    }
    if (!residual) return;
    residualBackward(residual, x, gradient.mean, rows, flatGradient);
    if (dX) addResidualInputGradient(this.parameters, residual, gradient.mean, rows, dX);
  }

  /** What the last layer gives: a row's mean, then its raw spread. To be read at once. */
  private head(x: Float32Array | Float64Array, rows: number, keep: boolean): Float32Array {
    return this.stack.forward(this.parameters, this.scaled(x, rows), rows, keep);
  }

  private scaled(x: Float32Array | Float64Array, rows: number): Float32Array {
    const { stack, inputScale } = this;
    if (inputScale === 1) return new Float32Array(x);
    const input = new Float32Array(rows * stack.inputs);
    for (let k = 0; k < input.length; k++) input[k] = inputScale * x[k];
    return input;
  }

  takeGradients(): readonly DeviceGradient[] {
    return this.stack.takeGradients();
  }

  forgetWeights(): void {
    this.stack.forgetWeights();
  }

  dispose(): void {
    this.stack.dispose();
  }
}
