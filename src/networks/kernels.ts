/**
 * The few tfjs kernels the networks need, called without the operator layer above them: at
 * teaching sizes a step costs what its number of calls costs.
 *
 * A matrix is a tensor of shape [1, rows, columns], the only one the wasm backend multiplies.
 * Nothing here is tracked by `tidy`; the caller that gets a matrix disposes of it.
 */
import {
  _FusedMatMul,
  Add,
  BatchMatMul,
  Concat,
  engine,
  getBackend,
  Multiply,
  type NamedTensorMap,
  Reshape,
  Sigmoid,
  Square,
  Step,
  Sub,
  Tanh,
  type Tensor,
  Transpose,
} from '@tensorflow/tfjs-core';
import type { Activation } from './shape.ts';

/** Rows x columns from row-major values, which the backend may keep: do not change them later. */
export function matrix(values: Float32Array, rows: number, columns: number): Tensor {
  return engine().makeTensor(values, [1, rows, columns], 'float32');
}

export function vector(values: Float32Array): Tensor {
  return engine().makeTensor(values, [values.length], 'float32');
}

/** activation(x W + bias): B x inputs, inputs x outputs, outputs -> B x outputs. */
export function dense(
  x: Tensor,
  weights: Tensor,
  bias: Tensor,
  activation: Activation | 'linear',
): Tensor {
  // No backend fuses tanh into the product.
  const fused = activation === 'tanh' ? 'linear' : activation;
  const y = engine().runKernel<Tensor>(
    _FusedMatMul,
    { a: x, b: weights, bias },
    { transposeA: false, transposeB: false, activation: fused, leakyreluAlpha: 0 },
  );
  if (activation !== 'tanh') return y;
  const squashed = getBackend() === 'wasm' ? tanhFromSigmoid(y) : unary(Tanh, y);
  y.dispose();
  return squashed;
}

/**
 * tanh a = 2 sigmoid(2 a) - 1. The wasm backend's own tanh computes one element at a time; its
 * sigmoid and sums are vectorised, which makes this two to four times as fast. Off by 1e-7 at most.
 */
function tanhFromSigmoid(x: Tensor): Tensor {
  const one = vector(new Float32Array([1]));
  const doubled = binary(Add, x, x);
  const sigmoid = unary(Sigmoid, doubled);
  const twice = binary(Add, sigmoid, sigmoid);
  const result = binary(Sub, twice, one);
  for (const tensor of [one, doubled, sigmoid, twice]) tensor.dispose();
  return result;
}

/** Gradient before the activation from the gradient behind it, dy, and the output y. B x units. */
export function activationBackward(activation: Activation, y: Tensor, dy: Tensor): Tensor {
  switch (activation) {
    case 'relu': {
      const active = engine().runKernel<Tensor>(Step, { x: y }, { alpha: 0 });
      const dx = binary(Multiply, active, dy);
      active.dispose();
      return dx;
    }
    case 'sigmoid': {
      // dy (1 - y) y
      const weighted = binary(Multiply, dy, y);
      const removed = binary(Multiply, weighted, y);
      const dx = binary(Sub, weighted, removed);
      weighted.dispose();
      removed.dispose();
      return dx;
    }
    case 'tanh': {
      // dy (1 - y^2)
      const squared = unary(Square, y);
      const removed = binary(Multiply, dy, squared);
      const dx = binary(Sub, dy, removed);
      squared.dispose();
      removed.dispose();
      return dx;
    }
  }
}

export function product(a: Tensor, b: Tensor): Tensor {
  return multiplyMatrices(a, b, false, false);
}

/**
 * a'b, and ab' below. The wasm backend multiplies transposed matrices in a plain loop, three to
 * five times slower than transposing first and using its fast product; the others transpose free
 * of charge.
 */
export function productTransposedLeft(a: Tensor, b: Tensor): Tensor {
  if (getBackend() !== 'wasm') return multiplyMatrices(a, b, true, false);
  const transposed = transpose(a);
  const result = product(transposed, b);
  transposed.dispose();
  return result;
}

/** a b' */
export function productTransposedRight(a: Tensor, b: Tensor): Tensor {
  if (getBackend() !== 'wasm') return multiplyMatrices(a, b, false, true);
  const transposed = transpose(b);
  const result = product(a, transposed);
  transposed.dispose();
  return result;
}

/**
 * The values of several matrices, end to end, into `write` one by one. On webgl every read-back
 * waits for the graphics card, so they are joined there and read once.
 */
export function readAll(
  tensors: readonly Tensor[],
  write: (values: Float32Array, index: number) => void,
): void {
  if (getBackend() !== 'webgl') {
    tensors.forEach((tensor, index) => {
      write(read(tensor), index);
    });
    return;
  }
  const flat = tensors.map((x) => engine().runKernel<Tensor>(Reshape, { x }, { shape: [x.size] }));
  const joined = engine().runKernel<Tensor>(Concat, flat as unknown as NamedTensorMap, { axis: 0 });
  const values = read(joined);
  let offset = 0;
  tensors.forEach((tensor, index) => {
    write(values.subarray(offset, offset + tensor.size), index);
    offset += tensor.size;
  });
  joined.dispose();
  for (const tensor of flat) tensor.dispose();
}

/** Row-major values; to be used at once, as the array may be the backend's own. */
export function read(tensor: Tensor): Float32Array {
  return tensor.dataSync<'float32'>();
}

function multiplyMatrices(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor {
  return engine().runKernel<Tensor>(BatchMatMul, { a, b }, { transposeA, transposeB });
}

function unary(kernel: string, x: Tensor): Tensor {
  return engine().runKernel<Tensor>(kernel, { x });
}

function binary(kernel: string, a: Tensor, b: Tensor): Tensor {
  return engine().runKernel<Tensor>(kernel, { a, b });
}

function transpose(x: Tensor): Tensor {
  return engine().runKernel<Tensor>(Transpose, { x }, { perm: [0, 2, 1] });
}
