import { memo } from 'react';
import { ImageStrip } from '../../../../plots/strip/ImageStrip.tsx';
import { useController, useDocument, useViewEntry } from '../../../../store/context.ts';
import { IconButton } from '../../../../ui/Button.tsx';
import { CompactChoice } from '../../../../ui/Choice.tsx';
import { useOwnStrip } from '../../../shared/ownData/series/ownSeries.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import styles from '../../../shared/stage/SeriesPanels.module.css';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import { svaeLdsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { shownSample } from '../shownSample.ts';
import { useTime } from './useTime.ts';

const LIT_BY: readonly Highlight[] = ['prediction', 'input-end'];
const NOTHING = new Float32Array(0);
const LAYERS = ['sample', 'band'] as const;
const SAMPLE_COUNTS: readonly number[] = [1, 5, 10, 20, 50, 100, 200];

/** What the model makes of what it was shown, and what it foretells after that. */
export const PredictionPanel = memo(function PredictionPanel() {
  const { snapshot, placeholder } = useDrawn(
    svaeLds,
    'The prediction appears here when there is a series.',
  );
  const controller = useController();
  const { shown } = useLayers(svaeLdsLayers);
  const time = useTime();
  const own = useOwnStrip();
  const count = snapshot?.sampleCount ?? 0;
  const number = Math.min(useViewEntry(shownSample), Math.max(1, count));
  const sample = shown.sample ? (snapshot?.sample ?? null) : null;
  return (
    <StagePanel
      name="Prediction"
      part="prediction"
      litBy={LIT_BY}
      actions={
        <div className={styles.actions}>
          {shown.sample && (
            <IconButton
              size="small"
              icon="dice"
              label="Another sample"
              onClick={() =>
                controller.setEntry(shownSample, () => (number % Math.max(1, count)) + 1)
              }
            />
          )}
          <LayerToggles of={svaeLdsLayers} names={LAYERS} />
          <SampleCount />
        </div>
      }
    >
      <ImageStrip
        label={`Prediction, step by ${own.columns ? 'column' : 'pixel'}`}
        values={sample ?? snapshot?.prediction ?? NOTHING}
        pixels={snapshot?.dataDimension ?? 12}
        {...own}
        deviations={shown.band ? snapshot?.spread : null}
        note={noteOf(sample !== null, number, count)}
        {...time}
        placeholder={placeholder}
      />
    </StagePanel>
  );
});

/** What is shown just now; nothing before the first picture. */
function noteOf(isSample: boolean, number: number, count: number): string | undefined {
  if (count === 0) return undefined;
  return isSample ? `sample ${number} of ${count}` : `mean of ${count}`;
}

const SampleCount = memo(function SampleCount() {
  const controller = useController();
  const samples = Number(useDocument(({ settings }) => settings.samples));
  const counts = SAMPLE_COUNTS.includes(samples)
    ? SAMPLE_COUNTS
    : [...SAMPLE_COUNTS, samples].sort((a, b) => a - b);
  return (
    <span className={styles.readout}>
      <CompactChoice
        label="Number of samples"
        value={String(samples)}
        display={countText(samples)}
        options={counts.map((count) => ({ value: String(count), label: countText(count) }))}
        onChange={(value) => void controller.changeSettings({ samples: Number(value) })}
      />
    </span>
  );
});

const countText = (count: number) => (count === 1 ? '1 sample' : `${count} samples`);
