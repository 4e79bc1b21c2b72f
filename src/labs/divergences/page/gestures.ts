/** Carries out what is dragged, in any part of the lab, as edits. */
import type { ChartPoint } from '../../../plots/chart/ChartHandle.tsx';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { shownOf, snapshotOf } from '../../lab.ts';
import { withShare } from '../../shared/data/withShare.ts';
import { createEditGestures } from '../../shared/editing/editGestures.ts';
import { type DivergencesEdit, type EditOf, isAboutTarget, withDivergencesEdit } from '../edits.ts';
import { withInfinities } from '../infinities.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { DivergencesSnapshot, FitView, JensenView } from '../snapshot.ts';
import {
  AXIS,
  atomRange,
  type Component,
  type MixtureTarget,
  MOST_COMPONENTS,
  WIDTHS,
} from '../targets.ts';
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
type Pair = readonly [number, number];
/** The edit that a gesture makes, what it moves, and a sentence for screen readers. */
type Moved = readonly [edit: DivergencesEdit, what: string, done: string];

const densitiesOf = (view: DivergencesSnapshot | null) =>
  view?.part === 'densities' || view?.part === 'identity' ? view : null;
const barsOf = (view: DivergencesSnapshot | null) => (view?.part === 'bars' ? view : null);
const jensenOf = (view: DivergencesSnapshot | null) => (view?.part === 'jensen' ? view : null);
const mixtureOf = (view: DivergencesSnapshot | null): MixtureTarget | null => {
  const target = densitiesOf(view)?.target;
  return target?.kind === 'mixture' ? target : null;
};

export type DivergenceGestures = ReturnType<typeof createDivergenceGestures>;

export function createDivergenceGestures(controller: LabController) {
  const { editing } = controller;
  const gestures = createEditGestures<DivergencesEdit>(controller);
  /** The lab as it was when the present gesture began. */
  let grabbed: DivergencesSnapshot | null = null;

  const snapshot = () => withInfinities(snapshotOf(divergences, controller.run.getState()));
  const settings = () => controller.document.getState().settings as DivergencesSettings;
  /** With what earlier gestures have changed, also where no picture has shown it yet. */
  const upToDate = (view: DivergencesSnapshot | null) =>
    view && underEdits(view, editing.committed as readonly DivergencesEdit[], settings());
  const follow = (phase: Move['phase'], [edit, what, done]: Moved) =>
    gestures.follow(
      phase,
      (edits) => withDivergencesEdit(edits, edit),
      what,
      // The figures are those of the model under the edit, which the page may not have drawn yet.
      async () =>
        `${done} ${figuresInWords(withInfinities(shownOf(divergences, await controller.currentFrame())))}`,
    );
  const change = (edit: DivergencesEdit, done: string) =>
    void gestures.change((edits) => withDivergencesEdit(edits, edit), done);
  /** A gesture on a part of the lab, from what was grabbed of it; nothing where it is not there. */
  const dragged =
    <Grabbed>(
      of: (view: DivergencesSnapshot | null) => Grabbed | null,
      moved: (grabbed: Grabbed, at: ChartPoint) => Moved | null,
    ) =>
    ({ phase, at }: Move): void => {
      if (phase === 'start') grabbed = snapshot();
      const from = of(upToDate(grabbed));
      const edit = from && moved(from, at);
      if (edit) follow(phase, edit);
    };
  const changeMixture = (
    to: (target: MixtureTarget) => readonly [MixtureTarget, string] | null,
  ) => {
    const target = mixtureOf(upToDate(snapshot()));
    const changed = target && to(target);
    if (changed) change(reshape(changed[0]), changed[1]);
  };
  const reshape = ({ components, from, to }: MixtureTarget): EditOf<'reshape'> => ({
    kind: 'reshape',
    target: settings().target,
    components: shared(components),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });

  return {
    /** A peak of p goes sideways with its mean, up and down with its weight. */
    movePeak: (k: number) =>
      dragged(densitiesOf, (view, [mean, height]) => {
        const target = mixtureOf(view);
        const component = target?.components[k];
        if (!target || !component) return null;
        const before = heightOf(view.x, view.p, component.mean);
        const weight = component.weight * Math.max(LEAST_WEIGHT, height / Math.max(before, 1e-3));
        const moved = { ...component, mean: onAxis(mean), weight: Math.max(LEAST_WEIGHT, weight) };
        const next = reshape({ ...target, components: replaced(target.components, k, moved) });
        const { weight: share } = next.components[k];
        const text = `Peak ${k + 1} of p: mean ${formatFixed(moved.mean, 2)}, weight ${formatFixed(share, 2)}.`;
        return [next, `peak ${k}`, text];
      }),
    widenPeak: (k: number) =>
      dragged(mixtureOf, (target, [place]) => {
        const component = target.components[k];
        if (!component) return null;
        const sd = asWidth(place - component.mean);
        const components = replaced(target.components, k, { ...component, sd });
        const text = `Peak ${k + 1} of p: standard deviation ${formatFixed(sd, 2)}.`;
        return [reshape({ ...target, components }), `width ${k}`, text];
      }),
    moveEnd: (end: End) =>
      dragged(mixtureOf, (target, [place]) => {
        const { from = AXIS.low, to = AXIS.high } = target;
        const at = onAxis(
          end === 'from'
            ? Math.min(place, to - LEAST_INTERVAL)
            : Math.max(place, from + LEAST_INTERVAL),
        );
        const text = `p is zero ${end === 'from' ? 'below' : 'above'} ${formatFixed(at, 2)}.`;
        return [reshape({ ...target, [end]: at }), `end ${end}`, text];
      }),
    /** The peak of q goes sideways with its mean, up and down with its width. */
    moveFit: (fit: FitView['direction'], k: number) =>
      dragged(densitiesOf, ({ fits }, [mean, height]) => {
        const components = fits.find(({ direction }) => direction === fit)?.components;
        if (!components?.[k]) return null;
        const { weight } = components[k];
        const sd = asWidth(weight / (SQRT_TWO_PI * Math.max(1e-3, height)));
        const moved = { weight, mean: onAxis(mean), sd };
        return [placeFit(replaced(components, k, moved)), `q ${k}`, inWords(moved)];
      }),
    /** A place on the landscape: mean and log of the standard deviation. */
    dropFit: dragged(densitiesOf, (_view, [mean, logSd]) => {
      const moved = gaussianAt(mean, Math.exp(logSd));
      return [placeFit([moved]), 'q', inWords(moved)];
    }),
    /** The same at once. */
    placeFit(mean: number, sd: number): void {
      const moved = gaussianAt(mean, sd);
      change(placeFit([moved]), inWords(moved));
    },
    addPeak: () =>
      changeMixture((target) => {
        if (target.components.length >= MOST_COMPONENTS) return null;
        const peak = { weight: 0.25, mean: emptiest(target), sd: 0.5 };
        const components = [...target.components, peak];
        return [{ ...target, components }, `p has ${components.length} peaks.`];
      }),
    removePeak: (k: number) =>
      changeMixture((target) => {
        if (target.components.length < 2) return null;
        const components = target.components.filter((_, index) => index !== k);
        return [{ ...target, components }, `Peak ${k + 1} of p is removed.`];
      }),
    /** Cuts p off at both ends, or no longer. */
    toggleCut: () =>
      changeMixture(({ kind, components, from, to }) => {
        if (from !== undefined || to !== undefined)
          return [{ kind, components }, 'p is no longer cut off.'];
        const { low, high } = reach(components);
        const ends = { from: onAxis(low), to: onAxis(high) };
        return [{ kind, components, ...ends }, 'p is cut off at both ends.'];
      }),
    /** Of the density that is drawn by hand. */
    drawnHeights: (): readonly number[] => {
      const target = densitiesOf(upToDate(snapshot()))?.target;
      return target?.kind === 'drawn' ? target.heights : [];
    },
    draw: (phase: Move['phase'], heights: readonly number[]) =>
      follow(phase, [{ kind: 'draw', heights: heights.map(round) }, 'drawing', 'p is drawn.']),
    /** One bar of p or q; the others keep their proportions. */
    moveBar: (of: 'p' | 'q', bar: number) =>
      dragged(barsOf, (view, [, height]) => {
        const share = round(between(0, 1, height));
        const shares = withShare(view[of], bar, share);
        const text = `Bar ${bar + 1} of ${of}: ${formatFixed(share, 2)}.`;
        return [{ kind: 'setBars', of, shares }, `bar ${of} ${bar}`, text];
      }),
    toggleMerge(after: number): void {
      const view = barsOf(upToDate(snapshot()));
      if (!view) return;
      const isMerged = view.merged.includes(after);
      const merged = isMerged
        ? view.merged.filter((bar) => bar !== after)
        : [...view.merged, after].sort((a, b) => a - b);
      const done = `Bars ${after + 1} and ${after + 2} are ${isMerged ? 'apart' : 'merged'}.`;
      change({ kind: 'mergeBars', after: merged }, done);
    },
    moveAtom: (atom: number) =>
      dragged(jensenOf, ({ convex, places: before, weights: shares }, [place]) => {
        const weights = Array.from(shares);
        const { low, high } = atomLimits(convex, weights);
        const at = round(between(low, high, place));
        const places = Array.from(before, (other, i) => (i === atom ? at : other));
        if (convex === 'ratio') keepMeanOne(places, weights, atom);
        const text = `Atom ${atom + 1} at ${formatFixed(at, 2)}.`;
        return [{ kind: 'moveAtoms', convex, places, weights }, `atom ${atom}`, text];
      }),
    /** The factorised q of the plane. */
    placeFactors(phase: Move['phase'], means: Pair, sds: Pair): void {
      const limited = ([x, y]: Pair, low: number, high: number): [number, number] => [
        round(between(low, high, x)),
        round(between(low, high, y)),
      ];
      const edit = { means: limited(means, -3, 3), sds: limited(sds, 0.05, 3) };
      const text = `q has means ${edit.means.join(' and ')}, standard deviations ${edit.sds.join(' and ')}.`;
      follow(phase, [{ kind: 'placeFactors', ...edit }, 'factors', text]);
    },
    /** p, and where q was put, as the settings have them. */
    clear: () =>
      gestures.change(
        (edits) => edits.filter((edit) => !isShown(edit, settings())),
        'Back to the densities of the settings.',
      ),
  };
}

/** What is shown, as the edits of what is on the stage make it. */
const underEdits = (
  view: DivergencesSnapshot,
  edits: readonly DivergencesEdit[],
  settings: DivergencesSettings,
): DivergencesSnapshot =>
  Object.assign(
    { ...view },
    ...edits.filter((edit) => isShown(edit, settings)).map((edit) => setBy(edit, view)),
  );

/** What an edit says of the part that it belongs to. */
function setBy(edit: DivergencesEdit, view: DivergencesSnapshot): object {
  switch (edit.kind) {
    case 'reshape': {
      const { components, from, to } = edit;
      return { target: { kind: 'mixture', components, from, to } };
    }
    case 'draw':
      return { target: { kind: 'drawn', heights: edit.heights } };
    case 'placeFit': {
      const { components } = edit;
      return { fits: densitiesOf(view)?.fits.map((fit) => ({ ...fit, components })) };
    }
    case 'setBars':
      return { [edit.of]: normalised(edit.shares) };
    case 'mergeBars':
      return { merged: edit.after };
    case 'moveAtoms':
      return { places: Float64Array.from(edit.places) };
    case 'placeFactors':
      return {};
  }
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

const gaussianAt = (mean: number, sd: number): Component => ({
  ...{ weight: 1, mean: onAxis(mean), sd: asWidth(sd) },
});
const placeFit = (components: readonly Component[]): EditOf<'placeFit'> => ({
  kind: 'placeFit',
  components: shared(components),
});

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

function normalised(values: readonly number[]): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return Float64Array.from(values, (value) => value / sum);
}

const atomLimits = (convex: JensenView['convex'], weights: readonly number[]) =>
  convex === 'ratio' ? { low: 0, high: 0.98 / Math.min(...weights) } : atomRange(convex);

/** The other ratios are scaled, so that their mean under p stays 1. */
function keepMeanOne(places: number[], weights: ArrayLike<number>, fixed: number): void {
  places[fixed] = Math.min(places[fixed], 0.98 / weights[fixed]);
  let others = 0;
  for (let i = 0; i < places.length; i++) if (i !== fixed) others += weights[i] * places[i];
  const left = 1 - weights[fixed] * places[fixed];
  for (let i = 0; i < places.length; i++)
    if (i !== fixed) places[i] *= left / Math.max(others, 1e-9);
}
