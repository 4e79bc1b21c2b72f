import type { KeyboardEvent } from 'react';
import { memo, useRef, useState } from 'react';
import { colourAt, inkOn, signedMap } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { EntryEditor } from './EntryEditor.tsx';
import type { Cell, CellSize } from './matrixGrid.ts';
import { cellAfterKey, entryText, showsValues, startsEntry, typeIn } from './matrixGrid.ts';

/** A number that was typed, or a sentence that says what is wrong with it and what is expected. */
export type ParseEntry = (
  text: string,
) =>
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

interface MatrixCellsProps {
  readonly label: string;
  readonly matrix: ArrayLike<number>;
  readonly dimension: number;
  readonly learned?: ArrayLike<number> | null | undefined;
  readonly editedEntries: ReadonlySet<number>;
  readonly factors?: ArrayLike<number> | undefined;
  readonly highlightedColumn: number | null;
  readonly cell: CellSize;
  /** End of the colour scale. */
  readonly reach: number;
  readonly parseEntry: ParseEntry;
  readonly onEntry?: ((row: number, column: number, value: number) => void) | undefined;
  readonly onResetEntry?: ((row: number, column: number) => void) | undefined;
  /** The cell under the pointer or in focus; null where none is. */
  readonly onLook: (cell: Cell | null) => void;
  /** What is wrong with a typed number; null when nothing is. */
  readonly onMessage: (message: string | null) => void;
}

interface Editing extends Cell {
  /** What the editor starts with. */
  readonly text: string;
}

/** The entries: a grid with one stop of the Tab key, arrows inside, Enter or a digit to type. */
export function MatrixCells(props: MatrixCellsProps) {
  const theme = useTheme();
  const { matrix, dimension, learned, editedEntries, cell, reach } = props;
  const [current, setCurrent] = useState<Cell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const grid = useRef<SVGSVGElement>(null);
  const at = {
    row: Math.min(current.row, dimension - 1),
    column: Math.min(current.column, dimension - 1),
  };

  const focus = ({ row, column }: Cell): void => {
    const element = grid.current?.querySelector<SVGGElement>(`[data-cell="${row} ${column}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const go = (to: Cell): void => {
    setCurrent(to);
    focus(to);
  };
  const edit = (where: Cell, text: string): void => {
    if (props.onEntry !== undefined) setEditing({ ...where, text });
  };
  const close = (): void => {
    props.onMessage(null);
    if (editing !== null) focus(editing);
    setEditing(null);
  };
  const reset = ({ row, column }: Cell): void => {
    const index = row * dimension + column;
    if (!editedEntries.has(index)) return;
    if (props.onResetEntry !== undefined) props.onResetEntry(row, column);
    else if (learned != null) props.onEntry?.(row, column, learned[index]);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const next = cellAfterKey(event.key, event.ctrlKey, at, dimension);
    if (next !== null) go(next);
    else if (event.ctrlKey) return;
    else if (event.key === 'Enter' || event.key === 'F2')
      edit(at, entryText(matrix[at.row * dimension + at.column]));
    else if (startsEntry(event.key)) edit(at, event.key);
    else if (event.key === 'Delete' || event.key === 'Backspace') reset(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [width, height] = [cell.width * dimension, cell.height * dimension];
  const rows = Array.from({ length: dimension }, (_, index) => index);
  return (
    <div className="matrix-body">
      <svg ref={grid} className="matrix-cells" width={width} height={height} role="presentation">
        <g
          role="grid"
          aria-label={props.label}
          aria-rowcount={dimension}
          aria-colcount={dimension}
          onKeyDown={press}
          onPointerOver={({ target }) => props.onLook(cellOf(target))}
          onPointerLeave={() => props.onLook(null)}
          onBlur={() => props.onLook(null)}
        >
          {rows.map((row) => (
            <g key={row} role="row" aria-rowindex={row + 1}>
              {rows.map((column) => {
                const index = row * dimension + column;
                return (
                  <MatrixCell
                    key={column}
                    row={row}
                    column={column}
                    width={cell.width}
                    height={cell.height}
                    fill={colourAt(signedMap(theme), matrix[index], -reach, reach)}
                    text={entryText(matrix[index])}
                    learned={
                      editedEntries.has(index) && learned != null ? entryText(learned[index]) : null
                    }
                    isEdited={editedEntries.has(index)}
                    isScaled={(props.factors?.[column] ?? 1) !== 1}
                    isCurrent={row === at.row && column === at.column}
                    onFocus={(to) => {
                      setCurrent(to);
                      props.onLook(to);
                    }}
                    onEdit={edit}
                  />
                );
              })}
            </g>
          ))}
        </g>
        <g aria-hidden="true" pointerEvents="none">
          {rows
            .filter((column) => (props.factors?.[column] ?? 1) !== 1)
            .map((column) => (
              <rect
                key={column}
                className="matrix-scaled"
                x={cell.width * column + 1}
                y={1}
                width={cell.width - 2}
                height={height - 2}
              />
            ))}
          {props.highlightedColumn !== null && props.highlightedColumn < dimension && (
            <rect
              className="matrix-highlight"
              data-export="skip"
              x={cell.width * props.highlightedColumn + 0.5}
              y={0.5}
              width={cell.width - 1}
              height={height - 1}
            />
          )}
        </g>
      </svg>
      {editing !== null && (
        <EntryEditor
          key={`${editing.row} ${editing.column}`}
          name={`Row ${editing.row + 1}, column ${editing.column + 1}`}
          text={editing.text}
          cell={{ x: cell.width * editing.column, y: cell.height * editing.row, ...cell }}
          within={{ width, height }}
          parse={props.parseEntry}
          onMessage={props.onMessage}
          onClose={close}
          onCommit={(value) => {
            close();
            props.onEntry?.(editing.row, editing.column, value);
          }}
        />
      )}
    </div>
  );
}

/** The cell an event has come from. */
function cellOf(target: EventTarget): Cell | null {
  const name = target instanceof Element && target.closest('[data-cell]');
  if (!name) return null;
  const [row, column] = (name.getAttribute('data-cell') ?? '').split(' ').map(Number);
  return { row, column };
}

/** What is seen of a cell: a change too small to see does not draw it again. */
interface MatrixCellProps extends Cell {
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly text: string;
  /** As text; null unless it was set by hand. */
  readonly learned: string | null;
  readonly isEdited: boolean;
  readonly isScaled: boolean;
  readonly isCurrent: boolean;
  readonly onFocus: (cell: Cell) => void;
  readonly onEdit: (cell: Cell, text: string) => void;
}

function describe({ row, column, text, learned, isEdited, isScaled }: MatrixCellProps): string {
  const was = learned === null ? '' : `, learned ${learned}`;
  const edited = isEdited ? `, set by hand${was}` : '';
  const scaled = isScaled ? ', column scaled' : '';
  return `Row ${row + 1}, column ${column + 1}: ${text}${edited}${scaled}`;
}

const MatrixCell = memo(
  function MatrixCell(props: MatrixCellProps) {
    const { row, column, width, height, fill, text, isEdited } = props;
    const [x, y] = [width * column, height * row];
    // The corner of what was set by hand.
    const corner = Math.min(9, height - 1);
    return (
      <g
        role="gridcell"
        tabIndex={props.isCurrent ? 0 : -1}
        className="matrix-cell"
        data-cell={`${row} ${column}`}
        aria-colindex={column + 1}
        aria-selected={props.isCurrent}
        aria-label={describe(props)}
        onFocus={() => props.onFocus({ row, column })}
        onDoubleClick={() => props.onEdit({ row, column }, text)}
      >
        <rect x={x} y={y} width={width} height={height} fill={fill} />
        {isEdited && (
          <path
            className="matrix-set"
            d={`M${x + width - corner},${y}h${corner}v${corner}z`}
            style={{ fill: inkOn(fill) }}
          />
        )}
        {showsValues({ width, height }) && (
          <text
            x={x + width / 2}
            y={y + height / 2}
            dy="0.34em"
            textAnchor="middle"
            style={{ fill: inkOn(fill), fontSize: typeIn(props) }}
          >
            {text}
          </text>
        )}
        <rect
          className="matrix-cursor"
          x={x + 1.5}
          y={y + 1.5}
          width={width - 3}
          height={height - 3}
          style={{ stroke: inkOn(fill) }}
          data-export="skip"
        />
      </g>
    );
  },
  // The handlers act on whatever is current when they are called.
  (a, b) =>
    (Object.keys(a) as (keyof MatrixCellProps)[]).every(
      (key) => key === 'onFocus' || key === 'onEdit' || Object.is(a[key], b[key]),
    ),
);
