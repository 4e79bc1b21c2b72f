import { lazy, Suspense } from 'react';
import { OwnSeriesSection } from '../../../shared/ownData/series/OwnSeriesSection.tsx';

const OwnSeriesNotes = lazy(() => import('../../../shared/ownData/series/OwnSeriesNotes.tsx'));
const Recorder = lazy(() => import('./Recorder.tsx'));

/** Own series of the lab: from a file, or recorded by holding a key. */
export default function SldsSeriesSection() {
  return (
    <>
      <OwnSeriesSection use="The last fifth, 400 steps at most, is kept for testing.">
        <OwnSeriesNotes />
      </OwnSeriesSection>
      <Suspense fallback={null}>
        <Recorder />
      </Suspense>
    </>
  );
}
