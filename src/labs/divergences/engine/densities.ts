/** q fitted to p on the line, in both directions at once or by one alpha divergence. */
import { type Density, logDensity } from '../../../inference/divergences/density.ts';
import { integrandAt, measureDivergences } from '../../../inference/divergences/divergences.ts';
import { splitEvidence } from '../../../inference/divergences/identity.ts';
import { makeLandscape, stationaryPoints } from '../../../inference/divergences/landscape.ts';
import { forkRandom } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { DivergencesEdit } from '../edits.ts';
import { finiteOrInfinite } from '../infinities.ts';
import type { DivergencesSettings } from '../settings.ts';
import type {
  DensitiesView,
  Direction,
  DivergenceFigures,
  DivergencesAnswer,
  DivergencesQuery,
  FitView,
} from '../snapshot.ts';
import { AXIS, type Component, landscapeGrid, TARGETS, type Target } from '../targets.ts';
import { densityOf, mixtureDensity } from './densityOf.ts';
import { Fit } from './fit.ts';
import type { DivergencesPart } from './part.ts';

/** Places along the axis that curves are drawn through. */
const PLACES = 481;
const X = Float64Array.from(
  { length: PLACES },
  (_, i) => AXIS.low + ((AXIS.high - AXIS.low) * i) / (PLACES - 1),
);
const MOST_CELLS = 81;
/** Figures remembered for one p. */
const MOST_FIGURES = 8;
/** Where q starts. */
const START = { mean: 3.5, leastSd: 0.7, mostSd: 1.6 } as const;

const ALPHAS = { forward: 1, reverse: -1 } as const;

export class DensitiesModel implements DivergencesPart {
  private settings: DivergencesSettings;
  private readonly fits: readonly Fit[];
  private readonly original: Density;
  private target: Target;
  private p: Density;
  private placed: readonly Component[] | null = null;
  /** By densities p, and q in words. */
  private readonly measured = new WeakMap<Density, Map<string, DivergenceFigures>>();
  /** Of p as it is now: asked for again and again while q moves. */
  private readonly landscapes = new Map<Direction, DivergencesAnswer>();

  constructor(settings: DivergencesSettings, seed: number) {
    this.settings = settings;
    this.target = TARGETS[settings.target];
    this.original = densityOf(this.target);
    this.p = this.original;
    const start = startOf(settings.gaussians, seed);
    this.fits = directionsOf(settings).map((direction) => new Fit(direction, start));
  }

  get state(): Record<string, Float64Array> {
    return Object.fromEntries(
      this.fits.flatMap(({ direction, state }) =>
        Object.entries(state).map(([name, array]) => [`${direction}/${name}`, array]),
      ),
    );
  }

  get isDone(): boolean {
    return this.fits.every((fit) => fit.isDone);
  }

  train(): FailedStatus | null {
    const { fits, p, settings } = this;
    for (const fit of fits) {
      const status = fit.step(p, this.alphaOf(fit.direction), settings.rate);
      if (status) return status;
    }
    return null;
  }

  terms(isEdited: boolean): ObjectiveTerms {
    const p = isEdited ? this.p : this.original;
    const values = this.fits.map((fit) => {
      const components = isEdited ? this.shown(fit) : fit.components;
      return this.figuresOf(p, components, fit.direction)[fit.direction];
    });
    // An infinite divergence cannot be lowered, and has no place in a sum.
    const total = values.reduce((sum, value) => sum + (value < Infinity ? value : 0), 0);
    return { total };
  }

  view(): DensitiesView {
    const { target, p, settings } = this;
    return {
      part: settings.part === 'identity' ? 'identity' : 'densities',
      x: Float32Array.from(X),
      p: Float32Array.from(X, (x) => Math.exp(logDensity(p, x))),
      target,
      ...{ alpha: settings.alpha, areas: settings.areas },
      fits: this.fits.map((fit) => this.viewOf(fit)),
      split: this.split(),
    };
  }

  private split() {
    const { p, settings, fits } = this;
    if (settings.part !== 'identity') return null;
    return splitEvidence(p, settings.logEvidence, mixtureDensity(this.shown(fits[0])));
  }

  measure() {
    const fits = this.fits.map((fit) => {
      const { direction, value, components, figures } = this.viewOf(fit);
      const { outsideP: _p, outsideQ: _q, ...reached } = figures;
      const [best] = this.settings.gaussians === 1 ? this.stationary(direction) : [];
      const optimum = best ? { mean: best.mean, sd: best.sd, value: best.value } : null;
      return [direction, { value, components, figures: reached, optimum }] as const;
    });
    const identity = this.split();
    return { ...Object.fromEntries(fits), ...(identity && { identity }) };
  }

  landscape({ direction, cells }: DivergencesQuery): DivergencesAnswer {
    if (!Number.isInteger(cells) || cells < 2 || cells > MOST_CELLS)
      throw new RangeError(`A landscape has 2 to ${MOST_CELLS} cells along a side, not ${cells}.`);
    const known = this.landscapes.get(direction);
    if (known?.cells === cells) return known;
    const { means, logSds } = landscapeGrid(cells);
    const landscape =
      this.settings.gaussians === 1
        ? makeLandscape(this.p, this.alphaOf(direction), means, logSds)
        : null;
    const absent =
      this.settings.gaussians > 1
        ? 'Two Gaussians have five parameters: there is no map of them.'
        : 'KL(q‖p) is infinite for every Gaussian: q has mass where p is zero.';
    const answer: DivergencesAnswer = {
      ...{ kind: 'landscape', direction, cells },
      values: Float32Array.from(landscape?.heights ?? []),
      points: landscape?.points ?? [],
      absent: landscape ? null : absent,
    };
    this.landscapes.set(direction, answer);
    return answer;
  }

  setEdits(edits: readonly DivergencesEdit[]): void {
    const { settings } = this;
    let target: Target = TARGETS[settings.target];
    let placed: readonly Component[] | null = null;
    for (const edit of edits) {
      if (edit.kind === 'reshape' && edit.target === settings.target) {
        const { components, from, to } = edit;
        const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        target = { kind: 'mixture', components, ...ends };
      } else if (edit.kind === 'draw' && settings.target === 'drawn')
        target = { kind: 'drawn', heights: edit.heights };
      else if (edit.kind === 'placeFit') placed = edit.components;
    }
    if (placed && placed.length !== settings.gaussians)
      throw new Error(
        `The number of Gaussians in q is ${settings.gaussians}; the edit places ${placed.length}.`,
      );
    const p = JSON.stringify(target) === JSON.stringify(this.target) ? this.p : densityOf(target);
    if (p !== this.p) this.changed();
    this.target = target;
    this.p = p;
    this.placed = placed;
  }

  bake(): void {
    if (this.placed) for (const fit of this.fits) fit.place(this.placed);
    this.placed = null;
  }

  updateSettings(settings: DivergencesSettings): void {
    const isOther = settings.alpha !== this.settings.alpha;
    this.settings = settings;
    if (isOther) this.changed();
  }

  /** p, or alpha. */
  private changed(): void {
    this.landscapes.clear();
    for (const fit of this.fits) fit.resume();
  }

  private alphaOf(direction: Direction): number {
    return direction === 'alpha' ? this.settings.alpha : ALPHAS[direction];
  }

  private shown(fit: Fit): readonly Component[] {
    return this.placed ?? fit.components;
  }

  private stationary(direction: Direction) {
    return stationaryPoints(this.p, this.alphaOf(direction));
  }

  /** Both pictures and bounds ask for the same figures. */
  private figuresOf(p: Density, components: readonly Component[], direction: Direction) {
    const alpha = direction === 'alpha' ? this.settings.alpha : 0;
    const key = `${alpha} ${JSON.stringify(components)}`;
    const before = this.measured.get(p);
    const known =
      before && before.size <= MOST_FIGURES ? before : new Map<string, DivergenceFigures>();
    this.measured.set(p, known);
    const figures =
      known.get(key) ?? withinReach(measureDivergences(p, mixtureDensity(components), alpha));
    known.set(key, figures);
    return figures;
  }

  private viewOf(fit: Fit): FitView {
    const { direction } = fit;
    const components = this.shown(fit);
    const q = mixtureDensity(components);
    const alpha = direction === 'alpha' ? this.settings.alpha : 0;
    const figures = this.figuresOf(this.p, components, direction);
    const logQ = X.map((x) => logDensity(q, x));
    const isChi = this.settings.areas === 'chi';
    const drawn = isChi ? (direction === 'reverse' ? 'chiReverse' : 'chiForward') : direction;
    return {
      direction,
      components,
      density: Float32Array.from(logQ, Math.exp),
      integrand: Float32Array.from(X, (x, i) =>
        finiteOrInfinite(integrandAt(drawn, alpha, logDensity(this.p, x), logQ[i])),
      ),
      figures,
      value: figures[direction],
      path: fit.places,
      done: fit.isDone,
    };
  }
}

/** A finite chi-squared may be larger than the number that stands for infinity, and its integrand, too. */
const withinReach = (figures: DivergenceFigures): DivergenceFigures => ({
  ...figures,
  chiForward: finiteOrInfinite(figures.chiForward),
  chiReverse: finiteOrInfinite(figures.chiReverse),
});

const directionsOf = ({ part, fit }: DivergencesSettings): Direction[] => {
  if (part === 'identity') return ['reverse'];
  return fit === 'both' ? ['forward', 'reverse'] : ['alpha'];
};

function startOf(gaussians: number, seed: number): Component[] {
  const random = forkRandom(seed, 'start');
  return Array.from({ length: gaussians }, () => ({
    weight: 1 / gaussians,
    mean: START.mean * (2 * random.uniform() - 1),
    sd: START.leastSd + (START.mostSd - START.leastSd) * random.uniform(),
  }));
}
