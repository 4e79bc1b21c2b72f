import { lazy, Suspense } from 'react';
import type { Placeholder } from '../../../plots/host/PlotPlaceholder.tsx';
import { ImageStrip } from '../../../plots/strip/ImageStrip.tsx';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import type { Lab } from '../../lab.ts';
import type { Layers } from '../data/layers.ts';
import type { SeriesSnapshot } from '../data/seriesSnapshot.ts';
import { missingInWords } from '../ownData/series/missing.ts';
import { useOwnStrip } from '../ownData/series/ownSeries.ts';
import { useWantsOwnData } from '../ownData/useWantsOwnData.ts';
import { LayerToggles } from './LayerToggles.tsx';
import styles from './SeriesPanels.module.css';
import { StagePanel } from './StagePanel.tsx';
import { useLayers } from './useLayers.ts';
import { useDrawnPart } from './usePlotted.ts';
import type { Time } from './useTimeOf.ts';

const NoSeriesYet = lazy(() => import('../ownData/series/NoSeriesYet.tsx'));

const LIT_BY = ['observations', 'input-end'];
const NOTHING = new Float32Array(0);
const CLEAN = ['clean'] as const;
const LOADING: Placeholder = { kind: 'loading', message: 'Loading the data' };

interface SeriesPanelProps {
  readonly lab: Lab<SettingsShape, unknown, SeriesSnapshot>;
  /** One of them is `clean`. */
  readonly layers: Layers<'clean'>;
  readonly time: Time;
}

/**
 * What was observed of a series, step by step, and up to where the model is shown it. Edits do not
 * change that: it is not rendered again with them.
 */
export function SeriesPanel(props: SeriesPanelProps) {
  const { lab, layers, time } = props;
  const own = useOwnStrip();
  const isWanting = useWantsOwnData();
  const { shown } = useLayers(layers);
  const data = useDrawnPart(lab, (snapshot) => snapshot.data);
  const clean = useDrawnPart(lab, (snapshot) => snapshot.clean);
  const dimension = useDrawnPart(lab, (snapshot) => snapshot.dataDimension);
  const isClean = shown.clean && clean !== null;
  const values = (isClean ? clean : data) ?? NOTHING;
  const missing = data && missingInWords(data);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      actions={
        <>
          {missing && <span className={styles.readout}>Hatched: {missing}</span>}
          {clean && <LayerToggles of={layers} names={CLEAN} />}
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
            pixels={dimension ?? 12}
            {...own}
            timeAxis={false}
            note={isClean ? 'without noise' : undefined}
            {...time}
            placeholder={data === null ? LOADING : null}
          />
        )}
      </div>
    </StagePanel>
  );
}
