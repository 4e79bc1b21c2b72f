/** Carries out what is dragged, in any part of the lab, as edits. */
import type { ChartPoint } from '../../../plots/chart/ChartHandle.tsx';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { snapshotOf } from '../../lab.ts';
import { createEditGestures } from '../../shared/editing/editGestures.ts';
import { type DivergencesEdit, type EditOf, isAboutTarget, withDivergencesEdit } from '../edits.ts';
import { withInfinities } from '../infinities.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { DensitiesView, DivergencesSnapshot, FitView } from '../snapshot.ts';
import { AXIS, type Component, type MixtureTarget, MOST_COMPONENTS, WIDTHS } from '../targets.ts';
import { figuresInWords } from './words.ts';

/** Places and widths are put on this raster, so that links stay short. */
const RASTER = 1000;
const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const LEAST_WEIGHT = 0.01;
/** Closer than this the two ends of a cut would leave nothing. */
const LEAST_INTERVAL = 0.5;

export const round = (value: number): number => Math.round(value * RASTER) / RASTER;
const between = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value));
const onAxis = (value: number) => round(between(AXIS.low, AXIS.high, value));
const asWidth = (value: number) => round(between(WIDTHS.least, WIDTHS.most, value));

type End = 'from' | 'to';
type Move = Gesture<ChartPoint>;

export type DivergenceGestures = ReturnType<typeof createDivergenceGestures>;

export function createDivergenceGestures(controller: LabController) {
  const gestures = createEditGestures<DivergencesEdit>(controller);
  /** The lab as it was when the present gesture began. */
  let grabbed: DivergencesSnapshot | null = null;

  const snapshot = () => withInfinities(snapshotOf(divergences, controller.run.getState()));
  const densities = (): DensitiesView | null =>
    grabbed && (grabbed.part === 'densities' || grabbed.part === 'identity') ? grabbed : null;
  const mixture = (): MixtureTarget | null => {
    const target = densities()?.target;
    return target?.kind === 'mixture' ? target : null;
  };
  const settings = () => controller.document.getState().settings as DivergencesSettings;
  const begin = (phase: Move['phase']) => {
    if (phase === 'start') grabbed = snapshot();
  };
  const follow = (phase: Move['phase'], edit: DivergencesEdit, what: string, done: string) =>
    gestures.follow(
      phase,
      (edits) => withDivergencesEdit(edits, edit),
      what,
      () => `${done} ${figuresInWords(snapshot())}`,
    );
  const change = async (edit: DivergencesEdit, done: string) => {
    if (await gestures.change((edits) => withDivergencesEdit(edits, edit)))
      await gestures.tell(done);
  };
  const reshape = ({ components, from, to }: MixtureTarget): EditOf<'reshape'> => ({
    kind: 'reshape',
    target: settings().target,
    components: shared(components),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const placeFit = (components: readonly Component[]): EditOf<'placeFit'> => ({
    kind: 'placeFit',
    components: shared(components),
  });

  return {
    /** A peak of p goes sideways with its mean, up and down with its weight. */
    movePeak:
      (k: number) =>
      ({ phase, at: [mean, height] }: Move): void => {
        begin(phase);
        const target = mixture();
        const view = densities();
        if (!target || !view || !target.components[k]) return;
        const component = target.components[k];
        const before = heightOf(view.x, view.p, component.mean);
        const weight = component.weight * Math.max(LEAST_WEIGHT, height / Math.max(before, 1e-3));
        const moved = { ...component, mean: onAxis(mean), weight: Math.max(LEAST_WEIGHT, weight) };
        const next = reshape({ ...target, components: replaced(target.components, k, moved) });
        const { weight: share } = next.components[k];
        const text = `Peak ${k + 1} of p: mean ${formatFixed(moved.mean, 2)}, weight ${formatFixed(share, 2)}.`;
        follow(phase, next, `peak ${k}`, text);
      },
    widenPeak:
      (k: number) =>
      ({ phase, at: [place] }: Move): void => {
        begin(phase);
        const target = mixture();
        const component = target?.components[k];
        if (!target || !component) return;
        const sd = asWidth(place - component.mean);
        const components = replaced(target.components, k, { ...component, sd });
        const text = `Peak ${k + 1} of p: standard deviation ${formatFixed(sd, 2)}.`;
        follow(phase, reshape({ ...target, components }), `width ${k}`, text);
      },
    moveEnd:
      (end: End) =>
      ({ phase, at: [place] }: Move): void => {
        begin(phase);
        const target = mixture();
        if (!target) return;
        const { from = AXIS.low, to = AXIS.high } = target;
        const cut =
          end === 'from'
            ? { from: onAxis(Math.min(place, to - LEAST_INTERVAL)) }
            : { to: onAxis(Math.max(place, from + LEAST_INTERVAL)) };
        const text = `p is zero ${end === 'from' ? 'below' : 'above'} ${formatFixed(Object.values(cut)[0], 2)}.`;
        follow(phase, reshape({ ...target, ...cut }), `end ${end}`, text);
      },
    /** The peak of q goes sideways with its mean, up and down with its width. */
    moveFit:
      (fit: FitView['direction'], k: number) =>
      ({ phase, at: [mean, height] }: Move): void => {
        begin(phase);
        const components = densities()?.fits.find(({ direction }) => direction === fit)?.components;
        if (!components?.[k]) return;
        const { weight } = components[k];
        const sd = asWidth(weight / (SQRT_TWO_PI * Math.max(1e-3, height)));
        const moved = { weight, mean: onAxis(mean), sd };
        follow(phase, placeFit(replaced(components, k, moved)), `q ${k}`, inWords(moved));
      },
    /** A place on the landscape: mean and log of the standard deviation. */
    dropFit({ phase, at: [mean, logSd] }: Move): void {
      begin(phase);
      const moved = { weight: 1, mean: onAxis(mean), sd: asWidth(Math.exp(logSd)) };
      follow(phase, placeFit([moved]), 'q', inWords(moved));
    },
    /** The same at once. */
    placeFit(mean: number, sd: number): void {
      const moved = { weight: 1, mean: onAxis(mean), sd: asWidth(sd) };
      void change(placeFit([moved]), inWords(moved));
    },
    addPeak(): void {
      grabbed = snapshot();
      const target = mixture();
      if (!target || target.components.length >= MOST_COMPONENTS) return;
      const components = [...target.components, { weight: 0.25, mean: emptiest(target), sd: 0.5 }];
      void change(reshape({ ...target, components }), `p has ${components.length} peaks.`);
    },
    removePeak(k: number): void {
      grabbed = snapshot();
      const target = mixture();
      if (!target || target.components.length < 2) return;
      const components = target.components.filter((_, index) => index !== k);
      void change(reshape({ ...target, components }), `Peak ${k + 1} of p is removed.`);
    },
    /** Cuts p off at both ends, or no longer. */
    toggleCut(): void {
      grabbed = snapshot();
      const target = mixture();
      if (!target) return;
      const { components, from, to } = target;
      const isCut = from !== undefined || to !== undefined;
      const { low, high } = reach(components);
      const next: MixtureTarget = {
        ...{ kind: 'mixture', components },
        ...(!isCut && { from: onAxis(low), to: onAxis(high) }),
      };
      void change(reshape(next), isCut ? 'p is no longer cut off.' : 'p is cut off at both ends.');
    },
    draw(phase: Move['phase'], heights: readonly number[]): void {
      const edit: DivergencesEdit = { kind: 'draw', heights: heights.map(round) };
      follow(phase, edit, 'drawing', 'p is drawn.');
    },
    /** One bar of p or q; the others keep their proportions. */
    moveBar:
      (of: 'p' | 'q', bar: number) =>
      ({ phase, at: [, height] }: Move): void => {
        begin(phase);
        if (grabbed?.part !== 'bars') return;
        const share = round(between(0, 1, height));
        const shares = withShare(grabbed[of], bar, share);
        const text = `Bar ${bar + 1} of ${of}: ${formatFixed(share, 2)}.`;
        follow(phase, { kind: 'setBars', of, shares }, `bar ${of} ${bar}`, text);
      },
    toggleMerge(after: number): void {
      const view = snapshot();
      if (view?.part !== 'bars') return;
      const isMerged = view.merged.includes(after);
      const merged = isMerged
        ? view.merged.filter((bar) => bar !== after)
        : [...view.merged, after].sort((a, b) => a - b);
      const done = `Bars ${after + 1} and ${after + 2} are ${isMerged ? 'apart' : 'merged'}.`;
      void change({ kind: 'mergeBars', after: merged }, done);
    },
    moveAtom:
      (atom: number) =>
      ({ phase, at: [place] }: Move): void => {
        begin(phase);
        if (grabbed?.part !== 'jensen') return;
        const { convex, low, high } = { ...grabbed, ...atomLimits(grabbed) };
        const at = round(between(low, high, place));
        const places = Array.from(grabbed.places, (other, i) => (i === atom ? at : other));
        if (convex === 'ratio') keepMeanOne(places, grabbed.weights, atom);
        const weights = Array.from(grabbed.weights);
        const text = `Atom ${atom + 1} at ${formatFixed(at, 2)}.`;
        follow(phase, { kind: 'moveAtoms', convex, places, weights }, `atom ${atom}`, text);
      },
    /** The factorised q of the plane. */
    placeFactors(
      phase: Move['phase'],
      means: readonly [number, number],
      sds: readonly [number, number],
    ): void {
      const limited = (values: readonly [number, number], low: number, high: number) =>
        values.map((value) => round(between(low, high, value))) as [number, number];
      const edit: DivergencesEdit = {
        kind: 'placeFactors',
        means: limited(means, -3, 3),
        sds: limited(sds, 0.05, 3),
      };
      const text = `q has means ${edit.means.join(' and ')}, standard deviations ${edit.sds.join(' and ')}.`;
      follow(phase, edit, 'factors', text);
    },
    /** p, and where q was put, as the settings have them. */
    async clear(): Promise<void> {
      if (await gestures.change((edits) => edits.filter((edit) => !isShown(edit, settings()))))
        await gestures.tell('Back to the densities of the settings.');
    },
  };
}

/** Whether an edit is of what is on the stage: other parts keep theirs. */
export function isShown(edit: DivergencesEdit, { part, target, convex }: DivergencesSettings) {
  if (edit.kind === 'setBars' || edit.kind === 'mergeBars') return part === 'bars';
  if (edit.kind === 'moveAtoms') return part === 'jensen' && edit.convex === convex;
  if (edit.kind === 'placeFactors') return part === 'plane';
  if (part !== 'densities' && part !== 'identity') return false;
  if (edit.kind === 'reshape') return edit.target === target;
  return edit.kind === 'draw' ? target === 'drawn' : !isAboutTarget(edit);
}

const inWords = ({ mean, sd }: Component) =>
  `q: mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}.`;

const replaced = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((other, index) => (index === at ? item : other));

/** Weights that sum to 1, on the raster. */
function shared(components: readonly Component[]): Component[] {
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  return components.map((component) => ({
    weight: round(component.weight / sum),
    mean: onAxis(component.mean),
    sd: asWidth(component.sd),
  }));
}

/** Height of p as it is drawn. */
export function heightOf(xs: Float32Array, p: Float32Array, place: number): number {
  const share = (place - xs[0]) / (xs[xs.length - 1] - xs[0]);
  return p[Math.round(between(0, 1, share) * (xs.length - 1))];
}

/** The place on a coarse raster that is farthest from all peaks. */
function emptiest({ components }: MixtureTarget): number {
  const distance = (place: number) =>
    Math.min(...components.map(({ mean }) => Math.abs(mean - place)));
  const places = Array.from({ length: 17 }, (_, i) => -4 + i / 2);
  return places.reduce((best, place) => (distance(place) > distance(best) ? place : best));
}

/** Most of the mass lies between these. */
function reach(components: readonly Component[]) {
  return {
    low: Math.min(...components.map(({ mean, sd }) => mean - 1.3 * sd)),
    high: Math.max(...components.map(({ mean, sd }) => mean + 1.3 * sd)),
  };
}

function withShare(values: ArrayLike<number>, at: number, share: number): number[] {
  const others = 1 - values[at];
  const n = values.length;
  return Array.from(values, (value, i) => {
    if (i === at) return share;
    return others > 1e-9 ? ((1 - share) * value) / others : (1 - share) / (n - 1);
  });
}

const atomLimits = ({ convex, weights }: { convex: string; weights: ArrayLike<number> }) => {
  if (convex === 'ratio') return { low: 0, high: 0.98 / Math.min(...Array.from(weights)) };
  return convex === '-log' ? { low: 0.05, high: 4 } : { low: -2, high: 2 };
};

/** The other ratios are scaled, so that their mean under p stays 1. */
function keepMeanOne(places: number[], weights: ArrayLike<number>, fixed: number): void {
  places[fixed] = Math.min(places[fixed], 0.98 / weights[fixed]);
  let others = 0;
  for (let i = 0; i < places.length; i++) if (i !== fixed) others += weights[i] * places[i];
  const left = 1 - weights[fixed] * places[fixed];
  for (let i = 0; i < places.length; i++)
    if (i !== fixed) places[i] *= left / Math.max(others, 1e-9);
}
