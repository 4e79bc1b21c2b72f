import { lazy } from 'react';
import { OwnSeriesSection } from '../../../shared/ownData/series/OwnSeriesSection.tsx';
import { ShippedSeriesSection } from '../../../shared/ownData/series/ShippedSeriesSection.tsx';

const OwnSeriesNotes = lazy(() => import('../../../shared/ownData/series/OwnSeriesNotes.tsx'));

/** Measured series of the lab: a part is kept for testing, and predictions have limits. */
export default function LdsSeriesSection() {
  return (
    <>
      <ShippedSeriesSection use="The last fifth is kept for testing." forecasts />
      <OwnSeriesSection use="The last fifth, 400 steps at most, is kept for testing.">
        <OwnSeriesNotes />
      </OwnSeriesSection>
    </>
  );
}
