import { memo } from 'react';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { useTheme } from '../../../../plots/style/theme.ts';
import { TrackingPlane } from './TrackingPlane.tsx';
import { TrackingTime } from './TrackingTime.tsx';
import { trackStyle } from './trackStyle.ts';
import type { Estimate, GaussianTrack, PresentMessage } from './tracks.ts';
import { ESTIMATES } from './tracks.ts';
import '../../../../plots/chart/charts.css';

export interface TrackingPlotProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** D: two positions against each other, or one against time. */
  readonly dimension: 1 | 2;
  /** Names of the D coordinates with their units. */
  readonly names: readonly string[];
  /** T x D, if known. */
  readonly truth: ArrayLike<number> | null;
  /** T x D; NaN where nothing was observed. */
  readonly observations: ArrayLike<number>;
  /** What has been computed so far; a missing kind is not drawn. */
  readonly tracks: Readonly<Partial<Record<Estimate, GaussianTrack | null>>>;
  /** T x D from the backward sampler; NaN where it has not been yet. */
  readonly sample?: ArrayLike<number> | null | undefined;
  /** The message of the moment, which stands out. */
  readonly present: PresentMessage | null;
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
  /** The domain is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

/** Filter, smoother and sampler on a small example with known truth (thesis, figures B.1 to B.3). */
export const TrackingPlot = memo(function TrackingPlot(props: TrackingPlotProps) {
  const theme = useTheme();
  const { dimension, tracks, sample, truth } = props;
  const kinds = [
    ...ESTIMATES.filter((kind) => tracks[kind] != null),
    ...(sample == null ? [] : (['sample'] as const)),
  ];
  return (
    <div className="tracking-plot plot" role="group" aria-label={props.label} data-theme={theme}>
      <ul className="tracking-legend">
        {truth !== null && (
          <LegendEntry name="true">
            <line className="track-truth" x1={1} x2={23} y1={7} y2={7} />
          </LegendEntry>
        )}
        <LegendEntry name="observed">
          <path className="track-observation" d="M9,4l6,6m0,-6l-6,6" />
        </LegendEntry>
        {kinds.map((kind) => {
          const style = trackStyle(kind, theme);
          return (
            <LegendEntry key={kind} name={kind}>
              <line
                x1={1}
                x2={23}
                y1={7}
                y2={7}
                stroke={style.colour}
                strokeWidth={style.width}
                strokeDasharray={style.dashes}
              />
            </LegendEntry>
          );
        })}
      </ul>
      <div className="tracking-body">
        {dimension === 2 ? <TrackingPlane {...props} /> : <TrackingTime {...props} />}
      </div>
    </div>
  );
});

interface LegendEntryProps {
  readonly name: string;
  readonly children: React.ReactNode;
}

function LegendEntry({ name, children }: LegendEntryProps) {
  return (
    <li>
      <svg width={24} height={14} aria-hidden="true">
        {children}
      </svg>
      <span data-export="text">{name}</span>
    </li>
  );
}
