import { memo } from 'react';
import { SeriesPanel } from '../../../shared/stage/SeriesPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import { svaeLdsLayers } from '../../layers.ts';
import { useTime } from './useTime.ts';

/** What was observed, step by step, and up to where the model is shown it. */
export const ObservationsPanel = memo(function ObservationsPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(svaeLds, '', 'Loading the data');
  const { shown } = useLayers(svaeLdsLayers);
  return (
    <SeriesPanel
      series={snapshot}
      isWanting={isWanting}
      placeholder={placeholder}
      layers={svaeLdsLayers}
      showsClean={shown.clean}
      time={useTime()}
    />
  );
});
