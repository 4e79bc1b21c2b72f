import { memo, useMemo, useState } from 'react';
import { bandLevels } from '../../../../plots/layers/landscapeBands.ts';
import { cloudOf } from '../../../../plots/plane/coordinates.ts';
import { EMPTY_DOMAIN, fitDomain } from '../../../../plots/plane/domain.ts';
import { cloudExtent } from '../../../../plots/plane/extent.ts';
import { usePlaneUnits } from '../../../../plots/plane/usePlaneUnits.ts';
import { useController, useRun, useSnapshot } from '../../../../store/context.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { useWantsOwnData } from '../../../shared/ownData/useWantsOwnData.ts';
import { type Axes, AxisChoice, FIRST_AXES } from '../../../shared/stage/AxisChoice.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useFollowed } from '../../../shared/useInspection.ts';
import { em } from '../../lab.ts';
import type { LandscapeQuery } from '../../landscapeQuery.ts';
import type { EmAlgorithm } from '../../settings.ts';
import type { EmCluster, MeanCoordinate } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './LandscapePanel.module.css';
import { LandscapePlot } from './LandscapePlot.tsx';
import { createPlaceEditing } from './placeEditing.ts';

const LIT_BY: readonly Highlight[] = ['landscape'];
const NO_COLUMNS: readonly string[] = [];
const NO_CLUSTERS: readonly EmCluster[] = [];
const NO_PATH = { x: [], y: [] };
const CELLS = 71;
/** Beyond the data, as plots that are wider than high show more of the plane. */
const REACH = 2;

/** What is climbed, for screen readers. */
const QUANTITIES: Readonly<Record<EmAlgorithm, string>> = {
  'k-means': 'ELBO of the best hard assignment',
  'soft-k-means': 'log-likelihood',
  gmm: 'log-likelihood',
  'bayesian-gmm': 'ELBO',
};

const FLAT =
  'The landscape is flat here: other clusters explain these points as well, or the cluster is too narrow.';

const HELP =
  'A map of the quantity that EM raises, over two coordinates of the means; all other parameters keep their present values. With priors it shows the ELBO over the posterior means. The dot marks the present values: drag it to change them. The line shows their path so far. The surface has changed along the path, because the other parameters have changed; it ends on the present surface.';

/** The objective over two coordinates of the means, and the path climbed on it. */
export default memo(function LandscapePanel() {
  const controller = useController();
  const isWanting = useWantsOwnData();
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const snapshot = useSnapshot(em);
  const clusters = snapshot?.clusters ?? NO_CLUSTERS;
  const columns = dataset?.columns ?? NO_COLUMNS;
  const [chosen, setChosen] = useState<Axes>(FIRST_AXES);
  const count = clusters.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and numbers of means, not their places
  const coordinates = useMemo(
    () => coordinatesOf(clusters, columns),
    [count, columns, dataset?.dimension],
  );
  const axes = chosen.every((axis) => axis < coordinates.length) ? chosen : FIRST_AXES;
  const [x, y] = axes;
  const domain = useMemo(() => {
    const extent = dataset && cloudExtent(cloudOf(dataset.values, dataset.dimension));
    return extent ? fitDomain(extent) : EMPTY_DOMAIN;
  }, [dataset]);
  const hasPlane = coordinates.length >= 2;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another landscape
  const query = useMemo<LandscapeQuery | null>(() => {
    if (isWanting || !hasPlane) return null;
    const reach = REACH * domain.half;
    return {
      kind: 'landscape',
      x: coordinates[x].coordinate,
      y: coordinates[y].coordinate,
      xRange: [domain.x - reach, domain.x + reach],
      yRange: [domain.y - reach, domain.y + reach],
      cells: CELLS,
    };
  }, [coordinates, x, y, domain, isWanting, hasPlane, runId]);
  const { inspection: landscape, failure } = useFollowed(em, query);
  const surface = useMemo(
    () => landscape && { ...landscape, values: landscape.objective },
    [landscape],
  );
  const [xOf, yOf] = [coordinates[x]?.coordinate, coordinates[y]?.coordinate];
  const move = useMemo(
    () => (xOf && yOf ? createPlaceEditing(controller, xOf, yOf) : () => undefined),
    [controller, xOf, yOf],
  );
  const units = usePlaneUnits(dataset?.units, [
    coordinates[x]?.coordinate.coordinate ?? 0,
    coordinates[y]?.coordinate.coordinate ?? 0,
  ]);
  const names = useMemo(() => coordinates.map(({ name }) => name), [coordinates]);
  return (
    <StagePanel
      name="Landscape"
      part="landscape"
      litBy={LIT_BY}
      heading={
        <span className={styles.heading}>
          Landscape <HelpTip about="the landscape" text={HELP} />
        </span>
      }
      actions={
        !isWanting && <AxisChoice kind="parameter" names={names} axes={axes} onChange={setChosen} />
      }
    >
      <LandscapePlot
        domain={domain}
        units={units}
        xLabel={names[x] ?? ''}
        yLabel={names[y] ?? ''}
        surface={surface}
        quantity={QUANTITIES[snapshot?.algorithm ?? 'gmm']}
        path={landscape?.path ?? NO_PATH}
        onMove={move}
        placeholder={placeholder()}
      />
    </StagePanel>
  );

  function placeholder() {
    if (isWanting)
      return { kind: 'empty', message: 'The landscape appears with the points.' } as const;
    if (failure !== null) return { kind: 'empty', message: failure } as const;
    if (surface && bandLevels(surface.values).length === 0) {
      return { kind: 'empty', message: FLAT } as const;
    }
    return landscape ? null : ({ kind: 'loading', message: 'Computing the landscape' } as const);
  }
});

/** All coordinates of all means, cluster by cluster, as a list to choose from. */
function coordinatesOf(
  clusters: readonly EmCluster[],
  columns: readonly string[],
): readonly { readonly name: string; readonly coordinate: MeanCoordinate }[] {
  return clusters.flatMap(({ id, mean }) =>
    mean.map((_, coordinate) => ({
      name: `Mean ${id + 1}, ${columns[coordinate] ?? coordinate + 1}`,
      coordinate: { cluster: id, coordinate },
    })),
  );
}
