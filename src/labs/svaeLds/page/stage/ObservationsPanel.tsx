import { lazy, memo, Suspense, useRef } from 'react';
import { ImageStrip } from '../../../../plots/strip/ImageStrip.tsx';
import { missingInWords } from '../../../shared/ownData/series/missing.ts';
import { useOwnStrip } from '../../../shared/ownData/series/ownSeries.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import { svaeLdsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Panels.module.css';
import { useTime } from './useTime.ts';

const NoSeriesYet = lazy(() => import('../../../shared/ownData/series/NoSeriesYet.tsx'));

const LIT_BY: readonly Highlight[] = ['observations', 'input-end'];
const NOTHING = new Float32Array(0);

/** What was observed, step by step, and up to where the model is shown it. */
export const ObservationsPanel = memo(function ObservationsPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(svaeLds, '', 'Loading the data');
  const { shown } = useLayers(svaeLdsLayers);
  const time = useTime();
  const own = useOwnStrip();
  const clean = snapshot?.clean ?? null;
  const isClean = shown.clean && clean !== null;
  const values = useUnchanged((isClean ? clean : snapshot?.data) ?? NOTHING);
  const missing = snapshot && missingInWords(snapshot.data);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      actions={
        <>
          {missing && <span className={styles.readout}>Hatched: {missing}</span>}
          {clean && <LayerToggles of={svaeLdsLayers} names={['clean']} />}
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
            values={values}
            pixels={snapshot?.dataDimension ?? 12}
            {...own}
            timeAxis={false}
            note={isClean ? 'without noise' : undefined}
            {...time}
            placeholder={placeholder}
          />
        )}
      </div>
    </StagePanel>
  );
});

/**
 * The array first seen with these values, for as long as they stay: each picture from the model
 * brings the data anew, which need not be drawn again.
 */
function useUnchanged(values: Float32Array): Float32Array {
  const kept = useRef(values);
  if (!areSame(kept.current, values)) kept.current = values;
  return kept.current;
}

/** Missing values, NaN, are the same as one another. */
const areSame = (a: Float32Array, b: Float32Array): boolean =>
  a === b || (a.length === b.length && a.every((value, at) => Object.is(value, b[at])));
