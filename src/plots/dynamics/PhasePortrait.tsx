import { format } from 'd3';
import { memo, useCallback, useMemo } from 'react';
import type { AnyChartProps } from '../chart/Chart.tsx';
import type { Transition } from '../layers/flowField.ts';
import { cellMiddles, flowField } from '../layers/flowField.ts';
import type { Pen } from '../pen/pen.ts';
import type { Latent } from '../plane/coordinates.ts';
import { cloudOf, cloudX, cloudY } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { usePointPicking } from '../plane/usePointPicking.ts';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import './portrait.css';

export interface PhasePortraitProps extends AnyChartProps {
  /** Accessible name. */
  readonly label: string;
  /** T x d, row by row. */
  readonly latents: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
  /** Step of the first row; 0 by default. */
  readonly start?: number | undefined;
  /** The two latents shown, counted from 0; the same one twice for d = 1. */
  readonly axes: readonly [number, number];
  /** First step without input: the path is drawn thinner before it. Null: input throughout. */
  readonly inputEnd: number | null;
  /** The step marked on the path; the last one by default. */
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
  /** Draws the flow of x' = A x behind the path. */
  readonly transition?: Transition | null | undefined;
  /** The domain is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

const FADE_LEVELS = 20;
const FAINTEST = 0.1;
const ARROWS_PER_SIDE = 13;
const LONGEST_ARROW = 15;
const valueText = format('.2f');

/** Two latents against each other: the path of the state, older parts fainter. */
export const PhasePortrait = memo(function PhasePortrait(props: PhasePortraitProps) {
  const { latents, dimension, start = 0, inputEnd, hovered, transition } = props;
  const [i, j] = props.axes;
  const cloud = useMemo(() => cloudOf(latents, dimension, [i, j]), [latents, dimension, i, j]);
  const domain = useStableDomain(
    useMemo(() => cloudExtent(cloud), [cloud]),
    `${props.domainKey ?? ''} ${i} ${j}`,
    false,
  );
  const now = hovered === null ? cloud.count - 1 : hovered - start;

  const paint = useCallback(
    (pen: Pen, frame: Frame<Latent>, ink: Ink) => {
      if (transition != null) paintFlow(pen, frame, ink, transition, [i, j]);
      const vertex = (row: number): readonly [number, number] => [
        frame.screenX(cloudX(cloud, row)),
        frame.screenY(cloudY(cloud, row)),
      ];
      const stroke = (from: number, to: number, level: number): void => {
        if (to <= from) return;
        const isDreaming = inputEnd !== null && start + from >= inputEnd;
        pen.begin();
        pen.moveTo(...vertex(from));
        for (let row = from + 1; row <= to; row++) pen.lineTo(...vertex(row));
        pen.stroke({
          colour: isDreaming ? ink.accent : ink.text,
          width: isDreaming ? 2 : 1.25,
          opacity: FAINTEST + (1 - FAINTEST) * level ** 1.5,
        });
      };
      const last = Math.min(cloud.count - 1, Math.max(0, now));
      const border = inputEnd === null ? Infinity : inputEnd - start;
      for (let level = 0; level < FADE_LEVELS; level++) {
        const from = Math.floor((last * level) / FADE_LEVELS);
        const to = Math.floor((last * (level + 1)) / FADE_LEVELS);
        const middle = Math.min(to, Math.max(from, border));
        stroke(from, middle, (level + 1) / FADE_LEVELS);
        stroke(middle, to, (level + 1) / FADE_LEVELS);
      }
    },
    [cloud, transition, i, j, inputEnd, start, now],
  );
  const { onHover } = props;
  const onPointer = usePointPicking({
    clouds: [cloud],
    onHover: (row) => onHover?.(row === null ? null : start + row),
  });

  return (
    <div className="dynamics-square" role="group" aria-label={props.label}>
      <SquarePlot<Latent>
        xLabel={`latent ${i + 1}`}
        yLabel={`latent ${j + 1}`}
        domain={domain}
        paint={paint}
        marks={FADE_LEVELS}
        placeholder={props.placeholder}
        onPointer={onPointer}
        overlay={(frame, _ink, clip) =>
          now < 0 || now >= cloud.count ? null : (
            <NowMark
              frame={frame}
              clip={clip}
              step={start + now}
              x={cloudX(cloud, now)}
              y={cloudY(cloud, now)}
            />
          )
        }
      />
    </div>
  );
});

interface NowMarkProps {
  readonly frame: Frame<Latent>;
  readonly clip: string;
  readonly step: number;
  readonly x: number;
  readonly y: number;
}

function NowMark({ frame, clip, step, x, y }: NowMarkProps) {
  const { area } = frame;
  return (
    <>
      <circle
        role="img"
        aria-label={`Step ${step}: ${valueText(x)}, ${valueText(y)}`}
        className="phase-now"
        clipPath={clip}
        cx={frame.screenX(x)}
        cy={frame.screenY(y)}
        r={5.5}
      />
      <text
        className="plot-tick"
        x={area.left + area.width}
        y={area.top - 10}
        textAnchor="end"
        aria-hidden="true"
      >
        {`step ${step}`}
      </text>
    </>
  );
}

/** Arrows of at most LONGEST_ARROW pixels along the flow, in true proportion to each other. */
function paintFlow(
  pen: Pen,
  frame: Frame<Latent>,
  ink: Ink,
  transition: Transition,
  axes: readonly [number, number],
): void {
  const { left, top, width, height } = frame.area;
  const [from, to] = [
    frame.fromScreen([left, top + height] as never),
    frame.fromScreen([left + width, top] as never),
  ];
  const arrows = flowField(
    transition,
    axes,
    cellMiddles(from[0], to[0], ARROWS_PER_SIDE),
    cellMiddles(from[1], to[1], ARROWS_PER_SIDE),
  );
  const longest = Math.max(1e-12, ...arrows.map(({ dx, dy }) => Math.hypot(dx, dy)));
  const unit = Math.min(frame.unit, LONGEST_ARROW / longest);
  pen.begin();
  for (const { x, y, dx, dy } of arrows) {
    const [x0, y0] = [frame.screenX(x), frame.screenY(y)];
    const [x1, y1] = [x0 + dx * unit, y0 - dy * unit];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1) continue;
    const head = Math.min(4, length / 2);
    const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.moveTo(x1 - head * (ux + 0.6 * uy), y1 - head * (uy - 0.6 * ux));
    pen.lineTo(x1, y1);
    pen.lineTo(x1 - head * (ux - 0.6 * uy), y1 - head * (uy + 0.6 * ux));
  }
  pen.stroke({ colour: ink.observation, width: 1, opacity: 0.7 });
}
