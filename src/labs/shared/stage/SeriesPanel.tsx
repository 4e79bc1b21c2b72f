import { lazy, Suspense } from 'react';
import type { Placeholder } from '../../../plots/host/PlotPlaceholder.tsx';
import { ImageStrip } from '../../../plots/strip/ImageStrip.tsx';
import type { Layers } from '../data/layers.ts';
import { missingInWords } from '../ownData/series/missing.ts';
import { useOwnStrip } from '../ownData/series/ownSeries.ts';
import { LayerToggles } from './LayerToggles.tsx';
import styles from './SeriesPanels.module.css';
import { StagePanel } from './StagePanel.tsx';
import type { Time } from './useTimeOf.ts';

const NoSeriesYet = lazy(() => import('../ownData/series/NoSeriesYet.tsx'));

const LIT_BY = ['observations', 'input-end'];
const NOTHING = new Float32Array(0);

export interface SeriesPanelProps {
  /** The data of the steps shown and, where it is known, the signal without noise; T x D each. */
  readonly series: {
    readonly data: Float32Array;
    readonly clean: Float32Array | null;
    readonly dataDimension: number;
  } | null;
  /** There are no own data yet. */
  readonly isWanting: boolean;
  /** What the plot says as long as it is empty. */
  readonly placeholder: Placeholder | null;
  /** The layers of the lab, one of which is `clean`. */
  readonly layers: Layers<'clean'>;
  /** Whether the signal is drawn without noise, where there is one. */
  readonly showsClean: boolean;
  readonly time: Time;
}

/** What was observed of a series, step by step, and up to where the model is shown it. */
export function SeriesPanel(props: SeriesPanelProps) {
  const { series, isWanting, placeholder, layers, showsClean, time } = props;
  const own = useOwnStrip();
  const clean = series?.clean ?? null;
  const isClean = showsClean && clean !== null;
  const values = (isClean ? clean : series?.data) ?? NOTHING;
  const missing = series && missingInWords(series.data);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      actions={
        <>
          {missing && <span className={styles.readout}>Hatched: {missing}</span>}
          {clean && <LayerToggles of={layers} names={['clean']} />}
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
            pixels={series?.dataDimension ?? 12}
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
}
