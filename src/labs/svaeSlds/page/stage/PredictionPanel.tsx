import { memo } from 'react';
import { ImageStrip } from '../../../../plots/strip/ImageStrip.tsx';
import { formatMeasured } from '../../../../ui/numbers.ts';
import { useOwnStrip } from '../../../shared/ownData/series/ownSeries.ts';
import styles from '../../../shared/stage/SeriesPanels.module.css';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useTime } from './useTime.ts';

const LIT_BY: readonly Highlight[] = ['prediction', 'input-end'];
const NOTHING = new Float32Array(0);

/** What the model makes of what it was shown, and what it predicts after that. */
export const PredictionPanel = memo(function PredictionPanel() {
  const { snapshot, placeholder } = useDrawn(
    svaeSlds,
    'The prediction appears here when there is a series.',
  );
  const time = useTime();
  const own = useOwnStrip();
  const errors = snapshot?.errors;
  return (
    <StagePanel
      name="Prediction"
      part="prediction"
      litBy={LIT_BY}
      actions={
        errors && (
          <span className={styles.readout}>
            <span className={styles.more}>
              Error {formatMeasured(errors.seen, 4)} before the line,{' '}
              {formatMeasured(errors.ahead, 4)} after it
            </span>
            <span className={styles.less}>
              {formatMeasured(errors.seen, 4)} seen, {formatMeasured(errors.ahead, 4)} ahead
            </span>
          </span>
        )
      }
    >
      <ImageStrip
        label={`Prediction, step by ${own.columns ? 'column' : 'pixel'}`}
        values={snapshot?.prediction ?? NOTHING}
        pixels={snapshot?.dataDimension ?? 12}
        {...own}
        note={snapshot ? `mean of ${snapshot.sampleCount}` : undefined}
        {...time}
        placeholder={placeholder}
      />
    </StagePanel>
  );
});
