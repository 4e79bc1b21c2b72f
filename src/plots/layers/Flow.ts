import { painted } from '../plane/layer.ts';
import { lines } from '../style/marks.ts';
import { cellMiddles, flowField, type Transition } from './flowField.ts';

const ARROWS_PER_SIDE = 13;
const LONGEST_ARROW = 15;

interface FlowProps {
  readonly transition: Transition;
  /** The two dimensions shown. */
  readonly axes: readonly [number, number];
}

/** The flow of x' = A x, as arrows of at most LONGEST_ARROW pixels in true proportion to each other. */
export const Flow = painted<FlowProps>((pen, frame, { ink }, { transition, axes }) => {
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
  pen.stroke({ ...lines.flow, colour: ink.observation });
});
