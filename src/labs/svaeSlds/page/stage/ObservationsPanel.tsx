import { memo } from 'react';
import { SeriesPanel } from '../../../shared/stage/SeriesPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import { svaeSldsLayers } from '../../layers.ts';
import { useTime } from './useTime.ts';

/** What was observed, step by step, and up to where the model is shown it. */
export const ObservationsPanel = memo(function ObservationsPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(svaeSlds, '', 'Loading the data');
  const { shown } = useLayers(svaeSldsLayers);
  return (
    <SeriesPanel
      series={snapshot}
      isWanting={isWanting}
      placeholder={placeholder}
      layers={svaeSldsLayers}
      showsClean={shown.clean}
      time={useTime()}
    />
  );
});
