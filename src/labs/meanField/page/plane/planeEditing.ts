/** What is done to q, to observations and to a drawing, as edits. */
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import type { ProductGrip } from '../../../../plots/layers/ProductPlace.tsx';
import type { LabController } from '../../../../store/controller.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { editsOf, snapshotOf } from '../../../lab.ts';
import { createEditGestures } from '../../../shared/editing/editGestures.ts';
import { type MeanFieldEdit, withMeanFieldEdit } from '../../edits.ts';
import { meanField } from '../../lab.ts';
import { DRAWN_REACH, MOST_DRAWN } from '../../planeEdits.ts';
import type { Place, PlaneSnapshot } from '../../planeSnapshot.ts';
import type { Placed } from './PosteriorPlot.tsx';

const text = (value: number): string => formatFixed(value, 2);
/** Rounded, so that links stay short. */
const short = (value: number): number => Math.round(value * 100) / 100;
/** Fewer points are refused. */
const FEWEST_DRAWN = 2;

export function createPlaneEditing(controller: LabController) {
  const gestures = createEditGestures<MeanFieldEdit>(controller);
  const put = (edit: MeanFieldEdit) => (edits: readonly MeanFieldEdit[]) =>
    withMeanFieldEdit(edits, edit);
  const edits = () => editsOf(meanField, controller.effective());
  const shown = (): PlaneSnapshot | null => {
    const snapshot = snapshotOf(meanField, controller.run.getState());
    return snapshot?.part === 'plane' ? snapshot : null;
  };
  const observations = (): readonly number[] =>
    edits().find((edit) => edit.kind === 'observe')?.values ?? shown()?.observations ?? [];
  const drawn = (): readonly Place[] =>
    edits().find((edit) => edit.kind === 'drawDensity')?.points ?? shown()?.drawn ?? [];
  /** As they were when the gesture began. */
  let observed: readonly number[] = [];

  const observeAll = (values: readonly number[], sentence: string) =>
    void gestures.change(put({ kind: 'observe', values: [...values] }), sentence);

  return {
    place({ phase, at, target }: Gesture<Placed, ProductGrip>): void {
      // A precision is positive.
      const isPrecision = shown()?.observations !== null;
      const y = isPrecision ? Math.max(at.mean[1], at.deviation[1] / 10) : at.mean[1];
      const mean: [number, number] = [at.mean[0], y];
      const deviation: [number, number] = [...at.deviation];
      gestures.follow(
        phase,
        put({ kind: 'placeFactors', mean, deviation }),
        `q ${target}`,
        () =>
          `q is at ${mean.map(text).join(', ')}, with widths ${deviation.map(text).join(', ')}.`,
      );
    },
    /** q goes back to where updates have left it. */
    takeBack: () => gestures.change((all) => all.filter(({ kind }) => kind !== 'placeFactors')),
    observe({ phase, at, target }: Gesture<number, number>): void {
      if (phase === 'start') observed = observations();
      const values = observed.map((value, index) => (index === target ? short(at) : value));
      gestures.follow(
        phase,
        put({ kind: 'observe', values }),
        `observation ${target}`,
        () => `Observation ${target + 1} moved to ${text(at)}.`,
      );
    },
    forget(index: number): void {
      const left = observations().filter((_, other) => other !== index);
      if (left.length > 0) observeAll(left, `Observation ${index + 1} removed.`);
      else announce('The last observation stays: without data there is only the prior.');
    },
    /** One more observation, in the middle of those there are. */
    observeMore(): void {
      const values = observations();
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      observeAll([...values, short(mean)], `Observation added at ${text(mean)}.`);
    },
    draw(places: readonly Place[]): void {
      const points = places
        .filter((place) => place.every((value) => Math.abs(value) <= DRAWN_REACH))
        .slice(-MOST_DRAWN)
        .map(([x, y]): [number, number] => [short(x), short(y)]);
      if (points.length < FEWEST_DRAWN) return;
      const change = put({ kind: 'drawDensity', points });
      // Strokes that follow each other read the draft; each is in force at once.
      gestures.follow('move', change, 'drawing', () => '');
      gestures.follow('end', change, 'drawing', () => `${points.length} points drawn.`);
    },
    /** What is drawn, with the strokes under way. */
    drawn,
  };
}
