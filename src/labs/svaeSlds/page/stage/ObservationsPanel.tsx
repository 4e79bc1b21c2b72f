import { lazy, memo, Suspense } from 'react';
import { ImageStrip } from '../../../../plots/strip/ImageStrip.tsx';
import { missingInWords } from '../../../shared/ownData/series/missing.ts';
import { useOwnStrip } from '../../../shared/ownData/series/ownSeries.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import { svaeSldsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Panels.module.css';
import { useTime } from './useTime.ts';

const NoSeriesYet = lazy(() => import('../../../shared/ownData/series/NoSeriesYet.tsx'));

const LIT_BY: readonly Highlight[] = ['observations', 'input-end'];
const NOTHING = new Float32Array(0);

/** What was observed, step by step, and up to where the model is shown it. */
export const ObservationsPanel = memo(function ObservationsPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(svaeSlds, '', 'Loading the data');
  const { shown } = useLayers(svaeSldsLayers);
  const time = useTime();
  const own = useOwnStrip();
  const clean = snapshot?.clean ?? null;
  const missing = snapshot && missingInWords(snapshot.data);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      actions={
        <>
          {missing && <span className={styles.readout}>Hatched: {missing}</span>}
          {clean && <LayerToggles of={svaeSldsLayers} names={['clean']} />}
        </>
      }
    >
      <div className={styles.target}>
        {isWanting ? (
          <Suspense fallback={null}>
            <NoSeriesYet columns="a column for each thing observed" />
          </Suspense>
        ) : (
          <ImageStrip
            label={`Observations, step by ${own.columns ? 'column' : 'pixel'}${missing ? `, ${missing}` : ''}`}
            values={(shown.clean ? clean : null) ?? snapshot?.data ?? NOTHING}
            pixels={snapshot?.dataDimension ?? 12}
            {...own}
            timeAxis={false}
            note={shown.clean && clean ? 'without noise' : undefined}
            {...time}
            placeholder={placeholder}
          />
        )}
      </div>
    </StagePanel>
  );
});
