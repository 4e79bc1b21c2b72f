import { lazy, Suspense } from 'react';
import { OwnSeriesSection } from '../../../shared/ownData/series/OwnSeriesSection.tsx';

const Recorder = lazy(() => import('./Recorder.tsx'));

/** Own series of the lab: from a file, or recorded by holding a key. */
export default function SldsSeriesSection() {
  return (
    <>
      <OwnSeriesSection use="The last fifth, 400 steps at most, is kept for testing." />
      <Suspense fallback={null}>
        <Recorder />
      </Suspense>
    </>
  );
}
