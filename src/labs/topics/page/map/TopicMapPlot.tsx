import '../topics.css';
import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { TopicLook } from '../looks.ts';

export interface MappedTopic {
  readonly look: TopicLook;
  readonly place: readonly [number, number];
  readonly share: number;
}

export interface TopicMapPlotProps {
  readonly mapped: readonly MappedTopic[];
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover: (topic: number | null) => void;
  readonly onSelect: (topic: number) => void;
}

const MARGIN = { left: 8, right: 8, top: 8, bottom: 8 } as const;
/** Radius of a topic that had all words, as a fraction of the shorter side. */
const LARGEST = 0.32;
const AIR = 1.35;

/** Topics as discs: the area is the share of the words, the distance how unlike the words are. */
export function TopicMapPlot({ mapped, ...pointing }: TopicMapPlotProps) {
  const reach = AIR * Math.max(1e-3, ...mapped.flatMap(({ place }) => place.map(Math.abs)));
  const axis = useMemo(() => linearAxis('', { low: -reach, high: reach }, { ticks: [] }), [reach]);
  return (
    <Chart label="Map of the topics" margin={MARGIN} x={axis} y={axis}>
      <Discs mapped={mapped} {...pointing} />
    </Chart>
  );
}

function Discs({ mapped, hovered, selected, onHover, onSelect }: TopicMapPlotProps) {
  const { x, y, area } = useChart();
  const theme = useTheme();
  const side = Math.min(area.width, area.height);
  const bySize = mapped.toSorted((a, b) => b.share - a.share);
  return (
    <g role="list" aria-label="Topics">
      {bySize.map(({ look, place, share }) => (
        <g
          key={look.id}
          role="listitem"
          aria-label={`${look.name}: ${(100 * share).toFixed(1)} % of the words`}
          transform={`translate(${x.at(place[0])} ${y.at(place[1])})`}
          className="topics-disc"
          data-selected={selected === look.id}
          opacity={hovered === null || hovered === look.id ? 1 : 0.4}
          onPointerEnter={() => onHover(look.id)}
          onPointerLeave={() => onHover(null)}
          onPointerUp={() => onSelect(look.id)}
        >
          <circle
            r={Math.max(4, LARGEST * side * Math.sqrt(share))}
            fill={colour(look.colour, theme)}
            fillOpacity={0.45}
            stroke={colour(look.colour, theme)}
          />
          <text className="chart-label topics-disc-name" dy="0.34em">
            {look.name.replace(/^Topic /, '')}
          </text>
        </g>
      ))}
    </g>
  );
}
