import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { PlacedNames } from '../../../../plots/chart/PlacedNames.tsx';
import { useSteadyAxis } from '../../../../plots/chart/useSteadyAxis.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { JensenView } from '../../snapshot.ts';
import { PLOT_MARGIN } from '../axes.ts';
import type { DivergenceGestures } from '../gestures.ts';
import { nats } from '../words.ts';

export interface JensenChartProps {
  readonly view: JensenView;
  readonly rangeKey: string | number;
  readonly gestures: DivergenceGestures;
  /** Gaps of runs that are kept. */
  readonly ghosts?: readonly Ghost[];
}

const NAMES: Readonly<Record<JensenView['convex'], string>> = {
  '-log': '−log x',
  square: 'x²',
  exp: 'exp x',
  abs: '|x|',
  ratio: '−log(q/p)',
};

/** A convex function, atoms on it, and the two heights over their mean with the gap between them. */
export function JensenChart({ view, rangeKey, gestures, ghosts = NO_GHOSTS }: JensenChartProps) {
  const theme = useTheme();
  const { curve } = view;
  const [low, farthest] = [curve.x[0], curve.x[curve.x.length - 1]];
  const wanted = useMemo(() => {
    const heights = [...view.values, view.valueOfMean, view.meanOfValues].filter(Number.isFinite);
    return { low: Math.min(0, ...heights) - 0.4, high: Math.max(1, ...heights) + 0.3 };
  }, [view]);
  const axisName = view.convex === 'ratio' ? 'q/p' : 'x';
  const x = useMemo(
    () => linearAxis(axisName, { low: Math.min(0, low), high: farthest }),
    [axisName, low, farthest],
  );
  const y = useSteadyAxis(NAMES[view.convex], wanted, rangeKey);
  return (
    <Chart label="Jensen’s inequality" margin={PLOT_MARGIN} x={x} y={y}>
      <Hull view={view} />
      <Curve xs={curve.x} values={curve.values} {...comparedLook('p', theme)} width={2.5} />
      <LaterGhosts ghosts={ghosts} />
      <Tangent view={view} />
      <Gap view={view} />
      {Array.from(view.places, (place, i) => (
        <ChartHandle
          // biome-ignore lint/suspicious/noArrayIndexKey: an atom is its place in the list
          key={i}
          at={[place, view.values[i]]}
          along="x"
          name={`Atom ${i + 1}`}
          text={`${formatFixed(place, 2)}, probability ${formatFixed(view.weights[i], 2)}`}
          mark="circle"
          colour={comparedLook('alpha', theme).colour}
          onMove={gestures.moveAtom(i)}
        />
      ))}
      <GapNames view={view} />
    </Chart>
  );
}

/** Where (E X, E f(X)) can be for some probabilities of these atoms. */
function Hull({ view }: { readonly view: JensenView }) {
  const { x, y, clip } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const order = Array.from(view.places, (_, i) => i).sort(
    (a, b) => view.places[a] - view.places[b],
  );
  const d = order
    .map((i) => `${x.at(view.places[i]).toFixed(1)},${y.at(view.values[i]).toFixed(1)}`)
    .join('L');
  return (
    <path
      clipPath={clip}
      d={`M${d}Z`}
      fill={colour}
      fillOpacity={0.14}
      stroke={colour}
      strokeOpacity={0.6}
    />
  );
}

/** A line that supports f at E X: f is nowhere below it. */
function Tangent({ view }: { readonly view: JensenView }) {
  const { area, x, y, clip } = useChart();
  const { mean, valueOfMean, slope } = view;
  const heightAt = (left: number) => y.at(valueOfMean + slope * (x.valueAt(left) - mean));
  const right = area.left + area.width;
  return (
    <line
      className="jensen-tangent"
      clipPath={clip}
      x1={area.left}
      x2={right}
      y1={heightAt(area.left)}
      y2={heightAt(right)}
    />
  );
}

/** Height of the type of names, and how far apart the places of a line are that they keep clear of, pixels. */
const NAME_SIZE = 14;
const EVERY = 5;

/** The two heights over E X, with the gap between them as a line. */
function Gap({ view }: { readonly view: JensenView }) {
  const { area, x, y } = useChart();
  const { colour } = comparedLook('forward', useTheme());
  const { mean, meanOfValues, valueOfMean } = view;
  const left = x.at(mean);
  const [upper, lower] = [y.at(meanOfValues), y.at(valueOfMean)];
  const top = Math.max(area.top, upper);
  const label = `At E X = ${formatFixed(mean, 2)} the mean of f is ${nats(meanOfValues)}, f of the mean is ${nats(valueOfMean)}.`;
  return (
    <g role="img" aria-label={label} pointerEvents="none">
      <line className="jensen-mean" x1={left} x2={left} y1={lower} y2={area.top + area.height} />
      <line x1={left} x2={left} y1={top} y2={lower} stroke={colour} strokeWidth={7} />
      <circle cx={left} cy={lower} r={5} className="jensen-low" stroke={colour} />
      {upper >= area.top && <circle cx={left} cy={upper} r={5} fill={colour} />}
    </g>
  );
}

/** The names of the gap's ends and of E X, clear of the atoms, the curve and its tangent. */
function GapNames({ view }: { readonly view: JensenView }) {
  const { area, x, y } = useChart();
  const { colour } = comparedLook('forward', useTheme());
  const { mean, meanOfValues, valueOfMean, slope, curve, places, values } = view;
  const left = x.at(mean);
  const bottom = area.top + area.height;
  // Over a falling curve there is room at the right, over a rising one at the left; below it the other way.
  const side = slope === 0 ? 0 : -Math.sign(slope);
  const names = [
    { text: `E f(X) = ${nats(meanOfValues)}`, top: y.at(meanOfValues), first: [side, -1], colour },
    { text: `f(E X) = ${nats(valueOfMean)}`, top: y.at(valueOfMean), first: [-side, 1], colour },
    { text: `E X = ${formatFixed(mean, 2)}`, top: bottom - 8, first: [1, 0], colour: undefined },
  ] as const;
  const point = (across: number, up: number, radius: number) => ({
    ...{ left: x.at(across), top: y.at(up), radius },
  });
  const tangent = Array.from({ length: Math.floor(area.width / EVERY) }, (_, i) => {
    const across = x.valueAt(area.left + EVERY * i);
    return point(across, valueOfMean + slope * (across - mean), 1);
  });
  const obstacles = [
    ...Array.from(curve.x, (across, i) => point(across, curve.values[i], 1)),
    ...tangent,
    ...Array.from(places, (place, i) => point(place, values[i], 9)),
    point(mean, meanOfValues, 6),
    point(mean, valueOfMean, 6),
  ];
  return (
    <PlacedNames
      names={names.map((name) => ({ ...name, left, top: Math.max(area.top, name.top) }))}
      size={NAME_SIZE}
      obstacles={obstacles}
    />
  );
}
