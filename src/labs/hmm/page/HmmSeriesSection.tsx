import { OwnSeriesSection } from '../../shared/ownData/series/OwnSeriesSection.tsx';
import { ShippedSeriesSection } from '../../shared/ownData/series/ShippedSeriesSection.tsx';

const USE = 'The model learns from all of it.';

/** Measured series of the lab: EM takes all of them. */
export default function HmmSeriesSection() {
  return (
    <>
      <ShippedSeriesSection use={USE} />
      <OwnSeriesSection use={USE} />
    </>
  );
}
