import { useMemo, useRef } from 'react';
import { PictureCanvas } from '../../../../plots/encoded/PictureCanvas.tsx';
import type { Placeholder } from '../../../../plots/host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../../../../plots/host/PlotPlaceholder.tsx';
import { useElementSize } from '../../../../plots/host/useElementSize.ts';
import { usePlotScale } from '../../../../plots/style/plotScale.ts';
import { TopicMark } from '../TopicMark.tsx';
import styles from './TopicPictures.module.css';

export interface TopicPicture {
  readonly id: number;
  readonly name: string;
  readonly colour: number;
  /** side x side probabilities. */
  readonly values: Float32Array;
  /** Of the true topic it is matched with, and their total variation distance; null where there is none. */
  readonly truth: { readonly values: ArrayLike<number>; readonly distance: number } | null;
}

export interface TopicPicturesPlotProps {
  /** Accessible name. */
  readonly label: string;
  readonly pictures: readonly TopicPicture[];
  readonly side: number;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover: (topic: number | null) => void;
  readonly onSelect: (topic: number) => void;
  readonly placeholder?: Placeholder | null;
}

const GAP = 10;
const CAPTION = 22;
const PAIR_GAP = 3;
/** A topic nearer than this to a true one has found it. */
export const FOUND = 0.2;

/** Columns that make so many cells, each `ratio` times as wide as high, as large as can be: in pixels of the plot. */
function columnsFor(count: number, width: number, height: number, ratio: number) {
  let best = { columns: 1, cell: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const across = ((width - (columns - 1) * GAP) / columns - (ratio - 1) * PAIR_GAP) / ratio;
    const down = (height - (rows - 1) * GAP) / rows - CAPTION;
    const cell = Math.floor(Math.min(across, down));
    if (cell > best.cell) best = { columns, cell };
  }
  return best;
}

/** Topics as pictures, each with its true one at its right; each can be chosen. */
export function TopicPicturesPlot(props: TopicPicturesPlotProps) {
  const { pictures, side, label, hovered, selected, placeholder } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  // Tiles are boxes of the page, and what is drawn in them is enlarged with all plots.
  const scale = usePlotScale();
  const perTopic = pictures.some(({ truth }) => truth !== null) ? 2 : 1;
  const { columns, cell } = columnsFor(
    Math.max(1, pictures.length),
    size?.width ?? 0,
    size?.height ?? 0,
    perTopic,
  );
  return (
    <div ref={host} className={`plot ${styles.host}`}>
      {size !== null && cell > 0 && (
        <ul
          className={styles.tiles}
          aria-label={label}
          style={{ gridTemplateColumns: `repeat(${columns}, max-content)`, gap: GAP * scale }}
        >
          {pictures.map((picture) => (
            <li key={picture.id}>
              <button
                type="button"
                className={styles.tile}
                aria-pressed={selected === picture.id}
                data-hovered={hovered === picture.id || undefined}
                onPointerEnter={() => props.onHover(picture.id)}
                onPointerLeave={() => props.onHover(null)}
                onClick={() => props.onSelect(picture.id)}
              >
                <Pair {...{ picture, side, cell, scale }} />
                <span className={styles.caption}>
                  <TopicMark of={picture.colour} />
                  <span className={styles.name}>{picture.name}</span>
                  {picture.truth && (
                    <span data-found={picture.truth.distance < FOUND}>
                      {picture.truth.distance.toFixed(2)}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} />}
    </div>
  );
}

interface PairProps {
  readonly picture: TopicPicture;
  readonly side: number;
  readonly cell: number;
  /** Pixels of the page per pixel of the plot. */
  readonly scale: number;
}

function Pair({ picture: { values, truth }, side, cell, scale }: PairProps) {
  const pixels = side * side;
  const pictures = useMemo(() => {
    const both = new Float32Array((truth ? 2 : 1) * pixels);
    both.set(values);
    if (truth) both.set(truth.values, pixels);
    // On one scale for both: a blurred topic is paler than the true one.
    const most = both.reduce((a, b) => Math.max(a, b), 1e-9);
    return { values: both.map((value) => value / most), side };
  }, [values, truth, pixels, side]);
  const places = useMemo(
    () => [
      { index: 0, left: 0, top: 0, size: cell },
      { index: 1, left: cell + PAIR_GAP, top: 0, size: cell },
    ],
    [cell],
  );
  const width = truth ? 2 * cell + PAIR_GAP : cell;
  return (
    <span className={styles.pair} style={{ width: width * scale, height: cell * scale }}>
      <PictureCanvas width={width} height={cell} pictures={pictures} places={places} />
      <svg className="plot-layer" width={width} height={cell} aria-hidden="true">
        {places.slice(0, truth ? 2 : 1).map(({ index, left, size }) => (
          <rect key={index} className="picture-frame" x={left} width={size} height={size} />
        ))}
      </svg>
    </span>
  );
}
