import { useId } from 'react';
import type { Area } from '../host/PlotHost.tsx';
import type { ColourMap } from '../style/colourMaps.ts';
import type { FieldWords } from './fieldWords.ts';

interface ColourLegendProps {
  readonly map: ColourMap;
  /** The values that are written, from the low end of the map to its high end. */
  readonly values: readonly number[];
  /** What stands for each of them; see `fieldWords`. */
  readonly words: FieldWords;
  /** What the colours stand for, with its unit. */
  readonly name: string;
  /** Where the bar stands; ticks are written to its right. */
  readonly bar: Area;
  /** A few letters over the bar. */
  readonly heading?: string | undefined;
}

const STOPS = 16;

/** The colours of a map from bottom to top, with the values of its ends. */
export function ColourLegend({ map, values, words, name, bar, heading }: ColourLegendProps) {
  const gradient = useId();
  const [low, high] = [values[0], values[values.length - 1]];
  const above = [heading, words.note].filter(Boolean).join(' ');
  const y = (value: number): number =>
    bar.top + bar.height - (bar.height * (value - low)) / (high - low);
  return (
    <g role="img" aria-label={`Colours: ${name} ${words.spoken}`}>
      <linearGradient id={gradient} x1="0" y1="1" x2="0" y2="0">
        {Array.from({ length: STOPS + 1 }, (_, stop) => (
          <stop
            // biome-ignore lint/suspicious/noArrayIndexKey: the stop is the item
            key={stop}
            offset={stop / STOPS}
            stopColor={map[Math.min(map.length - 1, Math.round((stop / STOPS) * map.length))]}
          />
        ))}
      </linearGradient>
      <rect
        className="colour-legend"
        x={bar.left}
        y={bar.top}
        width={bar.width}
        height={bar.height}
        fill={`url(#${gradient})`}
      />
      {above !== '' && (
        <text className="plot-tick" x={bar.left} y={bar.top - 5}>
          {above}
        </text>
      )}
      {values.map((value, index) => (
        <text
          key={value}
          className="plot-tick"
          x={bar.left + bar.width + 4}
          y={y(value)}
          dy={index === 0 ? '0em' : index === values.length - 1 ? '0.7em' : '0.34em'}
        >
          {words.texts[index]}
        </text>
      ))}
    </g>
  );
}
