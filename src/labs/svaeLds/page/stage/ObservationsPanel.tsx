import { memo } from 'react';
import { SeriesPanel } from '../../../shared/stage/SeriesPanel.tsx';
import { svaeLds } from '../../lab.ts';
import { svaeLdsLayers } from '../../layers.ts';
import { useTime } from './useTime.ts';

/** What was observed, step by step, and up to where the model is shown it. */
export const ObservationsPanel = memo(function ObservationsPanel() {
  return <SeriesPanel lab={svaeLds} layers={svaeLdsLayers} time={useTime()} />;
});
