import type { PointerEvent, ReactNode } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { AxisMarks } from '../host/AxisMarks.tsx';
import { PlotHost, type PlotPointerKind, usePlotHost } from '../host/PlotHost.tsx';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen } from '../pen/pen.ts';
import { usePlotStyle } from '../style/style.ts';
import type { PlanePoint, Screen } from './coordinates.ts';
import type { Extent, SquareDomain } from './domain.ts';
import type { AxisUnits, Frame } from './frame.ts';
import { axesOf, BARE_MARGIN, createFrame, MARGIN, SMALL_MARGIN } from './frame.ts';
import { type PaintedElement, paintSame, sortLayers } from './layer.ts';
import { type Picking, type Scene, SceneContext } from './scene.ts';
import { usePointPicking } from './usePointPicking.ts';
import { useStableDomain } from './useStableDomain.ts';

export type PlanePointer<P extends PlanePoint<string>> = (
  kind: PlotPointerKind,
  at: Screen,
  frame: Frame<P>,
  event: PointerEvent,
) => void;

/** Which plane it is: its axes, and what of it is shown. */
export interface PlaneOf {
  readonly xLabel: string;
  readonly yLabel: string;
  /** False where places along y mean nothing: then they have no ticks. */
  readonly hasY?: boolean | undefined;
  /** How numbers along x and y are read; as they are unless given. Give it a stable identity. */
  readonly units?: AxisUnits | undefined;
  /** What has to be seen: the domain holds it, and follows it slowly. */
  readonly extent?: Extent | null;
  /** The domain is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

export interface PlaneProps<P extends PlanePoint<string>> {
  readonly of: PlaneOf;
  /** What is shown, where no extent decides. Give it a stable identity. */
  readonly domain?: SquareDomain | undefined;
  /** For several plots in little room: narrow margins, smaller marks, and the axes' names inside. */
  readonly isSmall?: boolean | undefined;
  readonly picking?: Picking | undefined;
  /** Takes the pointer in place of picking. */
  readonly onPointer?: PlanePointer<P> | undefined;
  readonly placeholder?: Placeholder | null | undefined;
  readonly cursor?: string | undefined;
  /** Layers, from the lowest to the uppermost: marks on a canvas, and over them what is SVG. */
  readonly children?: ReactNode;
}

const NOTHING: Picking = { clouds: [] };

/**
 * A plane with axes and the layers in it: grid and axes in SVG below, marks on a canvas, and what can
 * be grabbed in SVG above. It fills the width it is given, as a square unless its container fixes
 * another height; units are equally long on both axes.
 */
export function Plane<P extends PlanePoint<string>>(props: PlaneProps<P>) {
  const { of, placeholder, isSmall = false, picking } = props;
  const { yLabel, hasY = true } = of;
  const smallMargin = yLabel === '' && !hasY ? BARE_MARGIN : SMALL_MARGIN;
  const margin = isSmall ? smallMargin : MARGIN;
  const style = usePlotStyle(isSmall);
  const host = usePlotHost();
  const { size, clip } = host;
  const [isHeld, setHeld] = useState(false);
  const fitted = useStableDomain(of.extent ?? null, of.domainKey ?? '', isHeld);
  const domain = props.domain ?? fitted;
  const frame = useMemo(
    () => size && createFrame<P>(size.width, size.height, domain, margin, of.units),
    [size, domain, margin, of.units],
  );
  const layers = sortLayers(props.children);
  const painted = useSameLayers(layers.painted);
  const paint = useCallback(
    (pen: Pen) => {
      if (frame) for (const { type, props } of painted) type.paint(pen, frame, style, props);
    },
    [painted, frame, style],
  );
  const pick = usePointPicking(picking ?? NOTHING);
  const point = props.onPointer ?? (picking && !isHeld ? pick : undefined);
  const axes = useMemo(
    () => frame && axesOf(frame, of.xLabel, yLabel, hasY),
    [frame, of.xLabel, yLabel, hasY],
  );
  const scene = frame && { frame, clip, picking: picking ?? null, setHeld };

  return (
    <SceneContext value={scene as Scene<never> | null}>
      <PlotHost
        host={host}
        className="square-plot"
        cursor={props.cursor}
        area={frame?.area ?? null}
        axes={axes && frame && <AxisMarks area={frame.area} {...axes} namesInside={isSmall} />}
        below={
          frame && (
            <>
              {layers.below}
              <PaintedCanvas
                width={frame.width}
                height={frame.height}
                clip={frame.area}
                paint={paint}
                marks={painted.reduce((sum, { type, props }) => sum + type.marks(props), 0)}
              />
            </>
          )
        }
        placeholder={placeholder}
        onPointer={point && frame ? (kind, at, event) => point(kind, at, frame, event) : undefined}
      >
        {layers.above}
      </PlotHost>
    </SceneContext>
  );
}

/** The list before, as long as it paints the same: a changed identity is what repaints the canvas. */
function useSameLayers(layers: readonly PaintedElement[]): readonly PaintedElement[] {
  const kept = useRef(layers);
  if (!paintSame(kept.current, layers)) kept.current = layers;
  return kept.current;
}
