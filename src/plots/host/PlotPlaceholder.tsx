import { usePlotScale } from '../style/plotScale.ts';

/** What stands in a plot that has nothing to draw yet. */
export interface Placeholder {
  readonly kind: 'loading' | 'empty';
  readonly message: string;
}

interface PlotPlaceholderProps extends Placeholder {
  /** The drawing area inside the axes, pixels of the plot; the whole plot by default. */
  readonly area?:
    | {
        readonly left: number;
        readonly top: number;
        readonly width: number;
        readonly height: number;
      }
    | undefined;
}

/** A message over the plot's frame; it takes no space of its own, so nothing moves when data arrive. */
export function PlotPlaceholder({ kind, message, area }: PlotPlaceholderProps) {
  const scale = usePlotScale();
  return (
    <div
      className="plot-placeholder"
      data-kind={kind}
      role="status"
      style={
        area && {
          left: area.left * scale,
          top: area.top * scale,
          width: area.width * scale,
          height: area.height * scale,
          right: 'auto',
          bottom: 'auto',
          padding: 0,
        }
      }
    >
      {kind === 'loading' && <span className="plot-placeholder-dots" aria-hidden="true" />}
      <span>{message}</span>
    </div>
  );
}
