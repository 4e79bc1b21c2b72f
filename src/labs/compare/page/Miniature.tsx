import result from '../miniature.generated.json';
import { CompareMiniature } from './CompareMiniature.tsx';
import { matchedColours } from './stage/matchedColours.ts';

const [observed, ...models] = result.panels;
/** Clusters in the colours of the arms they match. */
const panels = [
  observed,
  ...models.map(({ points, clusters }) => ({
    points,
    clusters: clusters && observed.clusters && inColoursOf(observed.clusters, clusters),
  })),
];

function inColoursOf(groups: readonly number[], clusters: readonly number[]): number[] {
  const colours = matchedColours(clusters, groups, 1 + Math.max(...clusters));
  return clusters.map((cluster) => colours[cluster]);
}

/** The four panels of the shipped models, every fourth point of them; made by `npm run models`. */
export default function Miniature() {
  return (
    <CompareMiniature
      panels={panels}
      label="The same spiral arms four times: as they are, in pieces by a GMM, as one shape by a VAE, and as one cluster per arm by an SVAE."
    />
  );
}
