import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import { useChart } from './Chart.tsx';
import { optionAfterKey } from './optionKeys.ts';

export interface SeriesLabel {
  readonly index: number;
  /** Written at the end of the line; empty where there is no room for it. */
  readonly text: string;
  /** Spoken. */
  readonly name: string;
  /** Of the line, shown before the text. */
  readonly colour: string;
  /** Height of the text, pixels; null for a line that is not labelled at all. */
  readonly y: number | null;
  /** Height at which the line ends beside it: drawn to the text where that stands elsewhere. */
  readonly end?: number | null | undefined;
}

interface SeriesLabelsProps {
  /** Accessible name of the list. */
  readonly label: string;
  /** What of the height belongs to each label at most, pixels. */
  readonly pitch?: number | undefined;
  /** From the area's right edge, pixels. */
  readonly distance: number;
  readonly labels: readonly SeriesLabel[];
  readonly picked: number | null;
  readonly onPick?: ((index: number | null) => void) | undefined;
  /** Whether Escape chooses nothing; it is left to what stands around the list otherwise. */
  readonly takesEscape?: boolean;
}

const PITCH = 15;
const HIT_WIDTH = 58;
/** From the end of a line to its label, where the way between them is drawn, pixels. */
export const END_ROOM = 16;

/**
 * Names at the ends of lines, which are a list one can choose from: one stop of the Tab key,
 * arrows choose.
 */
export function SeriesLabels({
  label,
  distance,
  labels,
  picked,
  onPick,
  pitch = PITCH,
  takesEscape = true,
}: SeriesLabelsProps) {
  const id = useId();
  const { left, width } = useChart().area;
  const x = left + width + distance;
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !takesEscape) return;
    const next = optionAfterKey(event.key, picked, labels.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPick?.(next);
  };
  return (
    <g
      role="listbox"
      tabIndex={onPick === undefined ? undefined : 0}
      className="series-labels"
      aria-label={label}
      aria-activedescendant={picked === null ? undefined : `${id}-${picked}`}
      onKeyDown={press}
    >
      {labels.map(({ index, text, name, colour, y, end = null }) => (
        <g
          key={index}
          id={`${id}-${index}`}
          role="option"
          aria-label={name}
          aria-selected={index === picked}
          className="series-label"
          onPointerUp={(event) => {
            event.stopPropagation();
            onPick?.(index === picked ? null : index);
          }}
        >
          {y !== null && (
            <>
              <rect
                className="series-label-hit"
                x={x}
                y={y - Math.min(PITCH, pitch) / 2}
                width={HIT_WIDTH}
                height={Math.min(PITCH, pitch)}
                rx={3}
                data-export="skip"
              />
              {end !== null && (
                <line x1={x - END_ROOM} x2={x + 3} y1={end} y2={y} stroke={colour} opacity={0.6} />
              )}
              <line
                x1={x + 3}
                x2={x + 10}
                y1={y}
                y2={y}
                stroke={colour}
                strokeWidth={3}
                strokeLinecap="round"
              />
              <text className="series-name" x={x + 16} y={y} dy="0.34em">
                {text}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}
