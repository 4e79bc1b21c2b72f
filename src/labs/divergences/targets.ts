/** The densities that one starts from, by the names of the setting `target`. */

/** One Gaussian of a mixture. */
export interface Component {
  /** Share of the mass; a list of them is divided by its sum. */
  readonly weight: number;
  readonly mean: number;
  /** Standard deviation. */
  readonly sd: number;
}

/** A mixture, cut off outside [from, to] where these are given. */
export interface MixtureTarget {
  readonly kind: 'mixture';
  readonly components: readonly Component[];
  readonly from?: number;
  readonly to?: number;
}

/** Heights at evenly spaced places from the left to the right end of the axis. */
export interface DrawnTarget {
  readonly kind: 'drawn';
  readonly heights: readonly number[];
}

export type Target = MixtureTarget | DrawnTarget;

/** Ends of the axis: what is drawn, dragged or placed lies between them. */
export const AXIS = { low: -6, high: 6 } as const;
export const MOST_COMPONENTS = 4;
/** Standard deviations that can be dragged to. */
export const WIDTHS = { least: 0.1, most: 4 } as const;
/** Ends of landscapes: logs of the standard deviation of q. */
export const LOG_WIDTHS = { low: Math.log(0.12), high: Math.log(5) } as const;
/** Means, and logs of standard deviations, of the cells of a landscape. */
export function landscapeGrid(cells: number) {
  const along = ({ low, high }: { readonly low: number; readonly high: number }) =>
    Float64Array.from({ length: cells }, (_, i) => low + ((high - low) * i) / (cells - 1));
  return { means: along(AXIS), logSds: along(LOG_WIDTHS) };
}

/** Heights of a density that is drawn by hand. */
export const DRAWN_POINTS = 61;

const peak = (weight: number, mean: number, sd: number): Component => ({ weight, mean, sd });
const mixture = (...components: Component[]): MixtureTarget => ({ kind: 'mixture', components });

/** A slope and a hill. */
const DRAWN = Array.from({ length: DRAWN_POINTS }, (_, i) => {
  const x = AXIS.low + ((AXIS.high - AXIS.low) * i) / (DRAWN_POINTS - 1);
  const height = Math.max(0, 1 - Math.abs(x + 1.5) / 3) + 0.6 * Math.exp(-((x - 3) ** 2));
  return Math.round(1000 * height) / 1000;
});

export const TARGETS = {
  two: mixture(peak(0.5, -2, 0.5), peak(0.5, 2, 0.5)),
  unequal: mixture(peak(0.7, -2, 0.5), peak(0.3, 2, 0.5)),
  tall: mixture(peak(0.25, -2.5, 0.2), peak(0.75, 1.5, 0.8)),
  near: mixture(peak(0.6, -0.8, 0.7), peak(0.4, 1, 1.1)),
  four: mixture(peak(0.2, -4, 0.4), peak(0.3, -1.5, 0.5), peak(0.3, 1, 0.4), peak(0.2, 3.5, 0.6)),
  gaussian: mixture(peak(1, 0, 1)),
  cut: { ...mixture(peak(0.6, -0.8, 0.9), peak(0.4, 1.4, 0.8)), from: -2, to: 3 },
  drawn: { kind: 'drawn', heights: DRAWN },
} as const satisfies Readonly<Record<string, Target>>;

/** Ends of the axis of the atoms under a convex function. */
export const atomRange = (convex: string) =>
  convex === '-log' || convex === 'ratio' ? { low: 0.05, high: 4 } : { low: -2, high: 2 };
