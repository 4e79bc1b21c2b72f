/**
 * Points of different planes are different types, so that a latent position can
 * not be drawn in data space or sent to the model as screen pixels by mistake.
 */
declare const plane: unique symbol;

export type PlanePoint<Name extends string> = readonly [x: number, y: number] & {
  readonly [plane]: Name;
};

/** A position in the latent space of a model, in the two dimensions shown. */
export type Latent = PlanePoint<'latent'>;
/** A position in data space, model units, in the two dimensions shown. */
export type Data = PlanePoint<'data'>;
/** A place in the space of two parameters of a model. */
export type Parameters = PlanePoint<'parameters'>;
/** CSS pixels from the upper left corner of a plot, y downwards. */
export type Screen = PlanePoint<'screen'>;

const point = <P>(x: number, y: number): P => [x, y] as unknown as P;

export const latent = (x: number, y: number): Latent => point<Latent>(x, y);
export const data = (x: number, y: number): Data => point<Data>(x, y);
export const parameters = (x: number, y: number): Parameters => point<Parameters>(x, y);
export const screen = (x: number, y: number): Screen => point<Screen>(x, y);

/**
 * N points packed row by row, of which two columns are shown.
 * A `yOffset` of -1 stands for "no such column": one-dimensional data lie on y = 0.
 */
export interface Cloud {
  readonly values: ArrayLike<number>;
  readonly count: number;
  readonly stride: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Views `values` (N x dimension, row-major) in the two columns `axes`. */
export function cloudOf(
  values: ArrayLike<number>,
  dimension: number,
  axes: readonly [number, number] = [0, 1],
): Cloud {
  return {
    values,
    count: Math.floor(values.length / dimension),
    stride: dimension,
    xOffset: axes[0],
    yOffset: axes[1] < dimension ? axes[1] : -1,
  };
}

export const cloudX = (cloud: Cloud, row: number): number =>
  cloud.values[row * cloud.stride + cloud.xOffset];

export const cloudY = (cloud: Cloud, row: number): number =>
  cloud.yOffset < 0 ? 0 : cloud.values[row * cloud.stride + cloud.yOffset];
