import { OwnSeriesSection } from '../../shared/ownData/series/OwnSeriesSection.tsx';

/** Own series of the lab. */
export default function HmmSeriesSection() {
  return <OwnSeriesSection use="The model learns from all of it." />;
}
