import { useMemo, useState } from 'react';
import { TrackingPlot } from '../../src/labs/svaeLds/page/tracking/TrackingPlot.tsx';
import type { PresentMessage } from '../../src/labs/svaeLds/page/tracking/tracks.ts';
import { galleryTracks } from './madeUpDynamics.ts';

const TRACK_STEPS = 40;
/** Forward through predict and condition, backward through smoothing. */
export const MESSAGES: readonly PresentMessage[] = [
  ...Array.from({ length: TRACK_STEPS }, (_, step) => [
    { kind: 'predict', step } as const,
    { kind: 'condition', step } as const,
  ]).flat(),
  ...Array.from({ length: TRACK_STEPS }, (_, index) => ({
    kind: 'smooth' as const,
    step: TRACK_STEPS - 1 - index,
  })),
  ...Array.from({ length: TRACK_STEPS }, (_, index) => ({
    kind: 'sample' as const,
    step: TRACK_STEPS - 1 - index,
  })),
];

interface TrackingExampleProps {
  readonly dimension: 1 | 2;
  readonly present: PresentMessage;
}

/** A tracking example as far as the present message. */
export function TrackingExample({ dimension, present }: TrackingExampleProps) {
  const [hovered, setHovered] = useState<number | null>(null);
  const example = useMemo(() => galleryTracks(dimension, TRACK_STEPS), [dimension]);
  const isSampling = present.kind === 'sample';
  const isBack = isSampling || present.kind === 'smooth';
  const last = isBack ? TRACK_STEPS : present.step + 1;
  const tracks = {
    predicted: { ...example.predicted, known: [0, last] as const },
    filtered: {
      ...example.filtered,
      known: [0, present.kind === 'predict' ? present.step : last] as const,
    },
    smoothed: isBack
      ? { ...example.smoothed, known: [isSampling ? 0 : present.step, TRACK_STEPS] as const }
      : null,
  };
  const sample = isSampling
    ? example.sample.map((value, index) => (index < dimension * present.step ? Number.NaN : value))
    : null;
  return (
    <section aria-label={`Tracking in ${dimension} D`} className={dimension === 1 ? 'chart' : ''}>
      <TrackingPlot
        label={`Tracking example in ${dimension} D`}
        dimension={dimension}
        names={dimension === 2 ? ['x / m', 'y / m'] : ['x / m']}
        truth={example.truth}
        observations={example.observations}
        tracks={tracks}
        sample={sample}
        present={present}
        hovered={hovered}
        onHover={setHovered}
      />
    </section>
  );
}
