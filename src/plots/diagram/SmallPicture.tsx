import { memo } from 'react';
import { axesOf, DRAWN_DEVIATIONS } from '../layers/ellipse.ts';
import { colourAt, fieldMap, signedMap } from '../style/colourMaps.ts';
import { type PlotStyle, usePlotStyle } from '../style/style.ts';
import type { LivePicture } from './livePicture.ts';

interface SmallPictureProps {
  readonly picture: LivePicture;
  readonly x: number;
  readonly y: number;
  /** Half the width and half the height of the square it fills, pixels. */
  readonly half: number;
}

/** A distribution without axes, as large as a node. Its words are told elsewhere. */
export const SmallPicture = memo(function SmallPicture(props: SmallPictureProps) {
  const { picture, x, y, half } = props;
  const style = usePlotStyle();
  return (
    <g className="small-picture" transform={`translate(${x} ${y})`} aria-hidden="true">
      {drawing(picture, half, style)}
    </g>
  );
});

function drawing(picture: LivePicture, half: number, style: PlotStyle) {
  switch (picture.kind) {
    case 'bars':
      return <Bars {...picture} half={half} style={style} />;
    case 'ellipses':
      return <Ellipses {...picture} half={half} style={style} />;
    case 'lines':
      return <Lines {...picture} half={half} style={style} />;
    case 'dots':
      return <Dots {...picture} half={half} style={style} />;
    case 'cells':
      return <Cells {...picture} half={half} style={style} />;
  }
}

type Drawn<Kind extends LivePicture['kind']> = Extract<LivePicture, { kind: Kind }> & {
  readonly half: number;
  readonly style: PlotStyle;
};

function Bars({ values, most: given, ids, ink, half, style }: Drawn<'bars'>) {
  const shares = Array.from(values);
  const most = given ?? Math.max(...shares, 1e-12);
  const pitch = (2 * half) / Math.max(1, shares.length);
  return (
    <>
      <line className="small-base" x1={-half} x2={half} y1={half} y2={half} />
      {shares.map((value, index) => {
        const height = (2 * half * Math.max(0, value)) / most;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the cluster is the identity
            key={index}
            x={-half + pitch * index + 0.1 * pitch}
            y={half - height}
            width={0.8 * pitch}
            height={height}
            fill={ink?.(style.theme) ?? style.colour(ids?.[index] ?? index)}
          />
        );
      })}
    </>
  );
}

/** From values to places in the square, the same scale across and up. */
function fitted(lows: readonly number[], highs: readonly number[], half: number) {
  const middle = lows.map((low, axis) => (low + highs[axis]) / 2);
  const extent = Math.max(...lows.map((low, axis) => highs[axis] - low), 1e-9);
  const scale = (2 * half) / extent;
  return {
    scale,
    x: (value: number): number => scale * (value - middle[0]),
    y: (value: number): number => -scale * (value - middle[1]),
  };
}

function Ellipses({ of: gaussians, half, style }: Drawn<'ellipses'>) {
  const reach = gaussians.map(({ mean, covariance: { xx, yy } }) => ({
    low: [mean[0] - 2 * Math.sqrt(xx), mean[1] - 2 * Math.sqrt(yy)],
    high: [mean[0] + 2 * Math.sqrt(xx), mean[1] + 2 * Math.sqrt(yy)],
  }));
  if (reach.length === 0) return null;
  const at = fitted(
    [0, 1].map((axis) => Math.min(...reach.map(({ low }) => low[axis]))),
    [0, 1].map((axis) => Math.max(...reach.map(({ high }) => high[axis]))),
    half,
  );
  return (
    <>
      {gaussians.map(({ id, ink, mean, covariance, weight }) => {
        const colour = ink?.(style.theme) ?? style.colour(id);
        const { first, second, angle } = axesOf(covariance);
        const [x, y] = [at.x(mean[0]), at.y(mean[1])];
        return (
          <ellipse
            key={id}
            cx={x}
            cy={y}
            rx={Math.max(0.75, DRAWN_DEVIATIONS * first * at.scale)}
            ry={Math.max(0.75, DRAWN_DEVIATIONS * second * at.scale)}
            transform={`rotate(${(-180 * angle) / Math.PI} ${x} ${y})`}
            fill={colour}
            fillOpacity={0.12}
            stroke={colour}
            strokeWidth={1.25}
            opacity={0.25 + 0.75 * weight}
          />
        );
      })}
    </>
  );
}

function Lines({ of: lines, half, style }: Drawn<'lines'>) {
  const [across, up] = [0, 1].map((axis) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { places } of lines) {
      for (let index = axis; index < places.length; index += 2) {
        low = Math.min(low, places[index]);
        high = Math.max(high, places[index]);
      }
    }
    return (value: number): number => -half + (2 * half * (value - low)) / (high - low || 1);
  });
  return (
    <>
      {lines.map(({ id, ink, weight, places }) => (
        <polyline
          key={id}
          className="small-line"
          points={Array.from({ length: places.length / 2 }, (_, index) =>
            [across(places[2 * index]), -up(places[2 * index + 1])].join(','),
          ).join(' ')}
          stroke={ink?.(style.theme) ?? style.colour(id)}
          opacity={0.25 + 0.75 * weight}
        />
      ))}
    </>
  );
}

function Dots({ points, groups, marked, half, style }: Drawn<'dots'>) {
  const count = points.length / 2;
  if (count === 0) return null;
  const lows = [points[0], points[1]];
  const highs = [...lows];
  for (let index = 0; index < points.length; index++) {
    lows[index % 2] = Math.min(lows[index % 2], points[index]);
    highs[index % 2] = Math.max(highs[index % 2], points[index]);
  }
  const at = fitted(lows, highs, half);
  const place = (index: number) => [at.x(points[2 * index]), at.y(points[2 * index + 1])] as const;
  const inkOf = (index: number) => (groups ? style.colour(groups[index]) : style.ink.observation);
  // One path for each colour: a frame draws a handful of elements, not a hundred.
  const paths = new Map<string, string>();
  for (let index = 0; index < count; index++) {
    const [x, y] = place(index);
    const ink = inkOf(index);
    paths.set(ink, `${paths.get(ink) ?? ''}M${x.toFixed(1)},${y.toFixed(1)}h0`);
  }
  const [x, y] = marked === null ? [0, 0] : place(marked);
  return (
    <>
      {[...paths].map(([ink, line]) => (
        <path key={ink} className="small-dots" d={line} stroke={ink} />
      ))}
      {marked !== null && (
        <circle className="small-marked" cx={x} cy={y} r={3} fill={inkOf(marked)} />
      )}
    </>
  );
}

function Cells({ values, columns, map: kind, half, style }: Drawn<'cells'>) {
  const cells = Array.from(values);
  const rows = Math.max(1, Math.ceil(cells.length / Math.max(1, columns)));
  const most = Math.max(...cells.map((value) => Math.abs(value) || 0), 1e-9);
  const isSigned = kind === 'signed';
  const map = isSigned ? signedMap(style.theme) : fieldMap('intensity', style.theme);
  const height = (2 * half) / rows;
  // A vector is a column somewhat wider than its cells are high.
  const width = Math.min((2 * half) / columns, 5 * height);
  const frame = { width: width * columns, height: height * rows };
  return (
    <>
      {cells.map(
        (value, index) =>
          // A missing value has no colour.
          !Number.isNaN(value) && (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the matrix is the identity
              key={index}
              x={width * ((index % columns) - columns / 2)}
              y={height * (Math.floor(index / columns) - rows / 2)}
              width={width}
              height={height}
              fill={colourAt(map, value, isSigned ? -most : 0, most)}
            />
          ),
      )}
      <rect className="small-frame" x={-frame.width / 2} y={-frame.height / 2} {...frame} />
    </>
  );
}
