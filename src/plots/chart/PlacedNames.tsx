import { useChart } from './Chart.tsx';
import { type Named, type Obstacle, placeNames } from './namePlacement.ts';

export interface PlacedName extends Named {
  readonly colour?: string | undefined;
}

interface PlacedNamesProps {
  readonly names: readonly PlacedName[];
  /** Height of the type of `className`, pixels. */
  readonly size: number;
  readonly className?: string;
  /** What the names keep clear of. */
  readonly obstacles: readonly Obstacle[];
}

/** Names next to what they name, clear of one another and of what is drawn. */
export function PlacedNames({ names, size, obstacles, ...props }: PlacedNamesProps) {
  const { area } = useChart();
  const places = placeNames(names, size, area, obstacles);
  return (
    <g aria-hidden="true">
      {names.map(({ text, colour }, i) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is its place in the list
          key={i}
          className={props.className ?? 'chart-name'}
          {...places[i]}
          dy="0.34em"
          textAnchor="middle"
          fill={colour}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
