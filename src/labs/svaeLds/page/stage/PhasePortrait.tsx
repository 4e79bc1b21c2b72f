import { memo } from 'react';
import type { Calendar } from '../../../../datasets/calendar.ts';
import { stepText } from '../../../../datasets/calendarText.ts';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { FadingPath } from '../../../../plots/layers/FadingPath.ts';
import { Flow } from '../../../../plots/layers/Flow.ts';
import type { Transition } from '../../../../plots/layers/flowField.ts';
import { cloudOf, cloudX, cloudY } from '../../../../plots/plane/coordinates.ts';
import { cloudExtent } from '../../../../plots/plane/extent.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { formatFixed } from '../../../../ui/numbers.ts';

export interface PhasePortraitProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** T x d, row by row. */
  readonly latents: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
  /** Step of the first row; 0 by default. */
  readonly start?: number | undefined;
  /** When steps are, counted from step 0, where that is known. */
  readonly calendar?: Calendar | undefined;
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

const valueText = (value: number): string => formatFixed(value, 2);

/** Two latents against each other: the path of the state, older parts fainter. */
const PhasePortrait = memo(function PhasePortrait(props: PhasePortraitProps) {
  const { dimension, start = 0, inputEnd, hovered, transition, onHover } = props;
  const [i, j] = props.axes;
  const cloud = cloudOf(props.latents, dimension, [i, j]);
  const { calendar } = props;
  const nameOf = (step: number) => (calendar ? stepText(calendar, step) : `step ${step}`);
  const now = hovered === null ? cloud.count - 1 : hovered - start;
  return (
    <div className="dynamics-square" role="group" aria-label={props.label}>
      <Plane
        of={{
          xLabel: `latent ${i + 1}`,
          yLabel: `latent ${j + 1}`,
          extent: cloudExtent(cloud),
          domainKey: `${props.domainKey ?? ''} ${i} ${j}`,
        }}
        picking={{
          clouds: [cloud],
          onHover: (row) => onHover?.(row === null ? null : start + row),
        }}
        placeholder={props.placeholder}
      >
        {transition && <Flow transition={transition} axes={props.axes} />}
        <FadingPath
          cloud={cloud}
          now={now}
          inputEnd={inputEnd === null ? Infinity : inputEnd - start}
        />
        {now >= 0 && now < cloud.count && (
          <NowMark name={nameOf(start + now)} x={cloudX(cloud, now)} y={cloudY(cloud, now)} />
        )}
      </Plane>
    </div>
  );
});

interface NowMarkProps {
  /** Of the step. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

function NowMark({ name, x, y }: NowMarkProps) {
  const { frame, clip } = useScene();
  const { area } = frame;
  return (
    <>
      <circle
        role="img"
        aria-label={`${name}: ${valueText(x)}, ${valueText(y)}`}
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
        {name}
      </text>
    </>
  );
}

export default PhasePortrait;
