import { memo } from 'react';
import { ImageStrip } from '../../../plots/dynamics/ImageStrip.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { CompactChoice } from '../../../ui/Choice.tsx';
import { LayerToggles } from '../../parts/stage/LayerToggles.tsx';
import { StagePanel } from '../../parts/stage/StagePanel.tsx';
import { lookStore, useLook } from '../look.ts';
import { useWantsSeries } from '../ownData/ownSeries.ts';
import { useFlags } from './flags.ts';
import { LIT_BY } from './highlights.ts';
import styles from './Panels.module.css';
import { SAMPLES } from './stripLayers.tsx';
import { useSnapshot } from './useSnapshot.ts';
import { useTime } from './useTime.ts';

const NOTHING = new Float32Array(0);
const SAMPLE_COUNTS = [1, 5, 10, 20, 50, 100, 200].map((count) => ({
  value: String(count),
  label: count === 1 ? '1 sample' : `${count} samples`,
}));

/** What the model makes of what it was shown, and what it foretells after that. */
export const PredictionPanel = memo(function PredictionPanel({ theme }: { readonly theme: Theme }) {
  const known = useSnapshot();
  const isWanting = useWantsSeries();
  const snapshot = isWanting ? null : known;
  const { flags, setFlag } = useFlags();
  const time = useTime();
  const number = useLook(({ sample }) => sample);
  const sample = flags.sample ? (snapshot?.sample ?? null) : null;
  const count = snapshot?.sampleCount ?? 0;
  return (
    <StagePanel
      name="Prediction"
      part="prediction"
      litBy={LIT_BY.prediction}
      actions={
        <div className={styles.actions}>
          {flags.sample && (
            <IconButton
              size="small"
              icon="dice"
              label="Another sample"
              onClick={() => lookStore.setState({ sample: (number % Math.max(1, count)) + 1 })}
            />
          )}
          <LayerToggles layers={SAMPLES} shown={flags} onChange={setFlag} />
          <SampleCount />
        </div>
      }
    >
      <ImageStrip
        theme={theme}
        label="Prediction, step by pixel"
        values={sample ?? snapshot?.prediction ?? NOTHING}
        pixels={snapshot?.dataDimension ?? 12}
        deviations={flags.band ? snapshot?.spread : null}
        note={noteOf(sample !== null, number, count)}
        {...time}
        placeholder={
          snapshot
            ? null
            : isWanting
              ? { kind: 'empty', message: 'The prediction appears here when there is a series.' }
              : { kind: 'loading', message: 'Loading the model' }
        }
      />
    </StagePanel>
  );
});

/** What is shown just now; nothing before the first picture. */
function noteOf(isSample: boolean, number: number, count: number): string | undefined {
  if (count === 0) return undefined;
  return isSample ? `sample ${number} of ${count}` : `mean of ${count}`;
}

function SampleCount() {
  const samples = useLook((look) => look.samples);
  return (
    <span className={styles.readout}>
      <CompactChoice
        label="Number of samples"
        value={String(samples)}
        display={samples === 1 ? '1 sample' : `${samples} samples`}
        options={SAMPLE_COUNTS}
        onChange={(value) => {
          const count = Number(value);
          lookStore.setState(({ sample }) => ({ samples: count, sample: Math.min(sample, count) }));
        }}
      />
    </span>
  );
}
