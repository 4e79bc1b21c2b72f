import { memo, type PointerEvent, useMemo, useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { useTheme } from '../style/theme.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import { fitSheet, spreadRows } from './pictures.ts';
import '../style/plots.css';
import './encoded.css';

export interface PictureGalleryProps {
  /** What is shown, for screen readers. */
  readonly label: string;
  /** N pictures of side x side pixels. */
  readonly pictures: Float32Array;
  readonly side: number;
  /** N pictures, each right of its own one; null leaves them out. */
  readonly beside: Float32Array | null;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover?: ((row: number | null) => void) | undefined;
  readonly onSelect?: ((row: number | null) => void) | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

/** Pictures below this height, CSS pixels, could not be made out. */
const SMALLEST = 38;
const GAP = 7;

/** As many pictures as there is room for, spread over the data set, each with its like beside it. */
export const PictureGallery = memo(function PictureGallery(props: PictureGalleryProps) {
  const theme = useTheme();
  const { pictures, side, beside, hovered, selected } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const width = size?.width ?? 0;
  const height = size?.height ?? 0;
  const count = Math.floor(pictures.length / (side * side));
  const perCell = beside === null ? 1 : 2;
  const sheet = useMemo(() => {
    const { columns, rows, cell } = fitSheet(width, height, perCell, SMALLEST, GAP);
    const shown = spreadRows(count, columns * rows);
    return shown.map((row, at) => ({
      row,
      left: (at % columns) * (perCell * cell + GAP),
      top: Math.floor(at / columns) * (cell + GAP),
      cell,
    }));
  }, [width, height, perCell, count]);
  const [first, second] = useMemo(() => {
    const places = (shift: number) =>
      sheet.map(({ row, left, top, cell }) => ({
        index: row,
        left: left + shift * cell,
        top,
        size: cell,
      }));
    return [places(0), places(1)];
  }, [sheet]);
  const observed = useMemo(() => ({ values: pictures, side }), [pictures, side]);
  const decoded = useMemo(() => beside && { values: beside, side }, [beside, side]);

  const rowAt = (event: PointerEvent): number | null => {
    const [x, y] = placeInPlot(host, event);
    const found = sheet.find(
      ({ left, top, cell }) =>
        x >= left && x <= left + perCell * cell && y >= top && y <= top + cell,
    );
    return found?.row ?? null;
  };
  const outline = (row: number | null, isSelected: boolean) => {
    const place = row === null ? undefined : sheet.find((cell) => cell.row === row);
    if (!place) return null;
    return (
      <rect
        className="plot-hover-ring"
        data-selected={isSelected}
        x={place.left - 2}
        y={place.top - 2}
        width={perCell * place.cell + 4}
        height={place.cell + 4}
        rx={2}
      />
    );
  };

  return (
    <div
      ref={host}
      className="plot picture-gallery"
      data-theme={theme}
      role="img"
      aria-label={props.label}
      onPointerMove={(event) => props.onHover?.(rowAt(event))}
      onPointerLeave={() => props.onHover?.(null)}
      onPointerUp={(event) => props.onSelect?.(rowAt(event))}
    >
      {size !== null && (
        <>
          <PictureCanvas {...size} pictures={observed} places={first} />
          {decoded && <PictureCanvas {...size} pictures={decoded} places={second} />}
          <svg className="plot-layer" width={width} height={height} aria-hidden="true">
            {sheet.map(({ row, left, top, cell }) => (
              <rect
                key={row}
                className="picture-frame"
                x={left}
                y={top}
                width={perCell * cell}
                height={cell}
              />
            ))}
            {outline(selected, true)}
            {outline(hovered, false)}
          </svg>
        </>
      )}
      {props.placeholder != null && <PlotPlaceholder {...props.placeholder} />}
    </div>
  );
});
