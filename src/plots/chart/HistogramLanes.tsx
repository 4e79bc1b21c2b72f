import type { Area } from '../host/PlotHost.tsx';
import { symbolPath } from '../style/symbols.ts';
import { useChart } from './Chart.tsx';
import { stairs } from './paths.ts';

/** Where a lane is, pixels. */
export interface Lane {
  readonly top: number;
  readonly foot: number;
  /** Height of what is drawn in it, over its foot. */
  readonly room: number;
}

/** For the name of a lane, pixels. */
const NAME_ROOM = 17;
const PADDING = 6;
/** Of a low lane, where marks and name share the height. */
const LEAST_SHARE = 0.7;

/** Lanes of equal height, from the top. */
export function lanesIn(area: Area, count: number): Lane[] {
  const height = area.height / count;
  const room = Math.max(height - NAME_ROOM - PADDING, LEAST_SHARE * height);
  return Array.from({ length: count }, (_, i) => {
    const top = area.top + height * i;
    return { top, foot: top + height, room };
  });
}

interface LaneNameProps {
  readonly lane: Lane;
  readonly name: string;
  /** At the right end. */
  readonly figure: string;
  readonly colour: string;
}

/** The name of a lane, its figure and the line under it. */
export function LaneName({ lane: { top, foot }, name, figure, colour }: LaneNameProps) {
  const { area } = useChart();
  const right = area.left + area.width;
  return (
    <g aria-hidden="true">
      <line className="plot-grid" x1={area.left} x2={right} y1={foot} y2={foot} />
      <text className="lane-name" x={area.left + 6} y={top + 14} fill={colour}>
        {name}
      </text>
      <text className="lane-name" x={right - 6} y={top + 14} textAnchor="end" fill={colour}>
        {figure}
      </text>
    </g>
  );
}

export interface HistogramLane extends Omit<LaneNameProps, 'lane'> {
  readonly id: string;
  /** For screen readers. */
  readonly label: string;
  /** Shares in bins of equal width between the ends of x. */
  readonly bins: ArrayLike<number>;
  /** The share that is as high as the lane; by default the largest. */
  readonly most?: number;
  /** By the numbers of `symbolPath`. */
  readonly mark: number;
  /** Where the mark is; null for none. */
  readonly mean: number | null;
  /** One value that is marked by a line. */
  readonly one?: number | null | undefined;
}

interface HistogramLanesProps {
  /** What the lanes are, for screen readers. */
  readonly label: string;
  readonly lanes: readonly HistogramLane[];
}

/** Histograms one below the other, each with its name, its mean and one of its values. */
export function HistogramLanes({ label, lanes }: HistogramLanesProps) {
  const places = lanesIn(useChart().area, lanes.length);
  return (
    <g role="list" aria-label={label}>
      {lanes.map((lane, i) => (
        <Histogram key={lane.id} {...lane} lane={places[i]} />
      ))}
    </g>
  );
}

function Histogram({ lane, bins, mark, mean, one, ...props }: HistogramLane & { lane: Lane }) {
  const { area, x, clip } = useChart();
  const { label, colour, most = 1e-9 } = props;
  const foot = lane.foot - 1;
  const highest = Math.max(most, 1e-9, ...(props.most === undefined ? Array.from(bins) : []));
  const within = (at: number) => Math.min(area.left + area.width, Math.max(area.left, at));
  return (
    <g role="listitem" aria-label={label}>
      <Bins {...{ bins, foot, colour }} height={(lane.room - 1) / highest} />
      {mean !== null && (
        <path
          className="lane-mean"
          d={symbolPath(mark, 5)}
          transform={`translate(${within(x.at(mean))} ${foot - 5})`}
          fill={colour}
        />
      )}
      {one != null && (
        <line
          className="lane-one"
          clipPath={clip}
          x1={x.at(one)}
          x2={x.at(one)}
          y1={foot - lane.room}
          y2={foot}
        />
      )}
      <LaneName lane={lane} {...props} />
    </g>
  );
}

interface BinsProps {
  readonly bins: ArrayLike<number>;
  readonly foot: number;
  /** Height of a share of 1, pixels. */
  readonly height: number;
  readonly colour: string;
}

/** Shares in bins of equal width between the ends of x. */
export function Bins({ bins, foot, height, colour }: BinsProps) {
  const { x, clip } = useChart();
  const { low, high } = x.ends;
  const edge = (i: number) => x.at(low + ((high - low) * i) / bins.length);
  return (
    <path
      clipPath={clip}
      d={stairs(bins.length, edge, (i) => foot - height * bins[i], foot)}
      fill={colour}
      fillOpacity={0.45}
      stroke={colour}
      aria-hidden="true"
    />
  );
}
