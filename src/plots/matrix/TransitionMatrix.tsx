import { useId, useRef, useState } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { useSteady } from '../host/useSteady.ts';
import { signedMap } from '../style/colourMaps.ts';
import { usePlotScale } from '../style/plotScale.ts';
import { useTheme } from '../style/theme.ts';
import { ColumnFactor } from './ColumnFactor.tsx';
import type { ParseEntry } from './MatrixCells.tsx';
import { MatrixCells } from './MatrixCells.tsx';
import {
  type Cell,
  cellSize,
  entryText,
  isNumbered,
  matrixReach,
  nextReach,
  showsValues,
  spaced,
} from './matrixGrid.ts';
import './matrix.css';

export interface TransitionMatrixProps extends AnyPlotProps {
  /** Accessible name of the grid. */
  readonly label: string;
  /** d x d, row by row, edits included: x' = A x, so column j is what latent j gives to all. */
  readonly matrix: ArrayLike<number>;
  /** d, 1 to 30. */
  readonly dimension: number;
  /** d x d before edits, told beside an edited entry and restored by Delete. */
  readonly learned?: ArrayLike<number> | null | undefined;
  /** Indices row * d + column of entries set by hand. */
  readonly editedEntries?: ReadonlySet<number> | undefined;
  /** d factors in use; 1 by default. */
  readonly factors?: ArrayLike<number> | undefined;
  /** A column shown in other plots, too, such as in a scan. */
  readonly highlightedColumn?: number | null | undefined;
  readonly onHighlightColumn?: ((column: number | null) => void) | undefined;
  /** Reads what was typed into a cell, or says in a sentence why it can not be taken. */
  readonly parseEntry: ParseEntry;
  readonly onEntry?: ((row: number, column: number, value: number) => void) | undefined;
  /** Takes back what was set by hand; without it an edited entry is set to its learned value. */
  readonly onResetEntry?: ((row: number, column: number) => void) | undefined;
  readonly onColumnFactor?: ((gesture: Gesture<number, number>) => void) | undefined;
  /** Ends of the sliders; [0.5, 1.5] by default. */
  readonly factorRange?: readonly [number, number] | undefined;
}

const ROW_LABELS = 26;
/** What stands above and below the cells: sliders, numbers; legend and message. */
const AROUND = 68 + 30 + 42;
/** The names of its sides, which are type. */
const NAMES = 18;
/** Room a column's factor takes. */
const FACTOR_WIDTH = 30;
const NO_EDITS: ReadonlySet<number> = new Set();
const FACTOR_RANGE = [0.5, 1.5] as const;
/** Every so many colours of the map are a stop of the legend's gradient. */
const LEGEND_STEP = 8;

/** The transition matrix as a heat map whose columns can be scaled and whose entries set (thesis, figure 6.8). */
export function TransitionMatrix(props: TransitionMatrixProps) {
  const theme = useTheme();
  const { matrix, dimension, factors, highlightedColumn = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  // Not enlarged as drawings are: its cells have the size of the page, and their type fills them.
  const scale = usePlotScale();
  const [message, setMessage] = useState<string | null>(null);
  const reach = useSteady(matrixReach(matrix), dimension, nextReach);
  const [looked, setLooked] = useState<Cell | null>(null);
  const room = {
    width: (size?.width ?? 0) * scale - ROW_LABELS - 2,
    height: (size?.height ?? 0) * scale - AROUND - NAMES * scale,
  };
  const [isForFingers] = useState(() => matchMedia('(pointer: coarse)').matches);
  const cell = cellSize(room, dimension, isForFingers);
  const [width, height] = [cell.width * dimension, cell.height * dimension];
  const indices = Array.from({ length: dimension }, (_, index) => index);
  const middle = (column: number) => cell.width * (column + 0.5);
  const edited = indices.filter((column) => (factors?.[column] ?? 1) !== 1);
  const labelled = new Set(spaced(edited.map(middle), FACTOR_WIDTH * scale));
  const isEmpty = matrix.length === 0;

  return (
    <div ref={host} className="plot transition-matrix" data-theme={theme}>
      {size !== null && !isEmpty && (
        <>
          <p className="matrix-axis">
            <span data-export="text">to latent ↓</span>
            <span data-export="text">from latent →</span>
          </p>
          <div className="matrix-scroll">
            <div
              className="matrix-sheet"
              style={{ gridTemplateColumns: `${ROW_LABELS}px ${width}px` }}
            >
              <div className="matrix-corner" />
              <div className="matrix-head">
                {props.onColumnFactor !== undefined && (
                  <div className="matrix-factors" data-export="leave-out">
                    {indices.map((column) => (
                      <ColumnFactor
                        key={column}
                        column={column}
                        width={cell.width}
                        factor={factors?.[column] ?? 1}
                        range={props.factorRange ?? FACTOR_RANGE}
                        onFactor={props.onColumnFactor}
                        onHighlight={props.onHighlightColumn}
                      />
                    ))}
                  </div>
                )}
                <svg width={width} height={30} aria-hidden="true">
                  {indices.map((column) => {
                    const factor = factors?.[column] ?? 1;
                    const x = middle(column);
                    return (
                      <g key={column} className="matrix-column" data-edited={factor !== 1}>
                        {labelled.has(x) && (
                          <text className="matrix-factor" x={x} y={11} textAnchor="middle">
                            {`×${factor.toFixed(2)}`}
                          </text>
                        )}
                        {(labelled.has(x) || isNumbered(column, cell.width)) && (
                          <text className="plot-tick" x={x} y={25} textAnchor="middle">
                            {column + 1}
                          </text>
                        )}
                      </g>
                    );
                  })}
                </svg>
              </div>
              <svg className="matrix-rows" width={ROW_LABELS} height={height} aria-hidden="true">
                {indices
                  .filter((row) => isNumbered(row, cell.height))
                  .map((row) => (
                    <text
                      key={row}
                      className="plot-tick"
                      x={ROW_LABELS - 6}
                      y={cell.height * (row + 0.5)}
                      dy="0.34em"
                      textAnchor="end"
                    >
                      {row + 1}
                    </text>
                  ))}
              </svg>
              <MatrixCells
                {...props}
                cell={cell}
                reach={reach}
                editedEntries={props.editedEntries ?? NO_EDITS}
                highlightedColumn={highlightedColumn}
                onLook={setLooked}
                onMessage={setMessage}
              />
            </div>
          </div>
          <div className="matrix-foot">
            <MatrixLegend reach={reach} />
            <p className="matrix-message" role={message === null ? undefined : 'alert'}>
              {message}
            </p>
            {message === null && looked !== null && !showsValues(cell) && (
              <p className="matrix-looked" aria-hidden="true">
                row {looked.row + 1}, column {looked.column + 1}:{' '}
                {entryText(matrix[looked.row * dimension + looked.column])}
              </p>
            )}
          </div>
        </>
      )}
      {props.placeholder != null && <PlotPlaceholder {...props.placeholder} />}
    </div>
  );
}

/** The colours of the map with the values of its ends and of its middle. */
function MatrixLegend({ reach }: { readonly reach: number }) {
  const theme = useTheme();
  const gradient = useId();
  const map = signedMap(theme);
  return (
    <svg
      width={150}
      height={28}
      role="img"
      aria-label={`Colours: entries from ${entryText(-reach)} to ${entryText(reach)}`}
    >
      <linearGradient id={gradient}>
        {map
          .filter((_, index) => index % LEGEND_STEP === 0 || index === map.length - 1)
          .map((stop, index) => (
            <stop key={stop} offset={(index * LEGEND_STEP) / map.length} stopColor={stop} />
          ))}
      </linearGradient>
      <rect x={20} y={1} width={110} height={8} fill={`url(#${gradient})`} />
      {[-reach, 0, reach].map((value, index) => (
        <text key={value} className="plot-tick" x={20 + 55 * index} y={22} textAnchor="middle">
          {value === 0 ? '0' : entryText(value)}
        </text>
      ))}
    </svg>
  );
}
