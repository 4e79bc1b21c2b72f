import { useMemo, useRef, useState } from 'react';
import { elboObjective } from '../../src/labs/shared/stage/elboObjective.ts';
import { ResponsibilityBars, WeightBars } from '../../src/plots/bars/ClusterBars.tsx';
import { ObjectiveChart } from '../../src/plots/chart/ObjectiveChart.tsx';
import { DataSpacePlot } from '../../src/plots/DataSpacePlot.tsx';
import { LatentMiniature } from '../../src/plots/LatentMiniature.tsx';
import { LatentSpacePlot } from '../../src/plots/LatentSpacePlot.tsx';
import type { PlottedCluster } from '../../src/plots/layers/clusterView.ts';
import { toPng, toSvgString } from '../../src/plots/pen/exportPicture.ts';
import type { Data } from '../../src/plots/plane/coordinates.ts';
import { colour } from '../../src/plots/style/palette.ts';
import { symbolPath } from '../../src/plots/style/symbols.ts';
import { useTheme } from '../../src/plots/style/theme.ts';
import { galleryScene } from './madeUpClusters.ts';

const EVENTS = [
  { step: 410, kind: 'merge', text: 'clusters 2 and 9 merged: bound + 0.31' },
  { step: 980, kind: 'split', text: 'cluster 4 split: bound + 0.12' },
];
const ELBO = elboObjective('point');
const NO_VALUES = { total: [], reconstruction: [], localKl: [], globalKl: [] };
const EMPTY = { latents: new Float32Array(0), observations: new Float32Array(0) };

export interface GalleryProps {
  readonly pointsPerArm: number;
  readonly selectedCluster?: number | null;
}

/** Every plot with made-up data, for looking at them while working on them. */
export function Gallery({ pointsPerArm, selectedCluster: initiallySelected = null }: GalleryProps) {
  const theme = useTheme();
  const [seed, setSeed] = useState(0.4);
  const scene = useMemo(() => galleryScene(pointsPerArm, seed), [pointsPerArm, seed]);
  const [edits, setEdits] = useState<ReadonlyMap<number, Partial<PlottedCluster>>>(new Map());
  const [hovered, setHovered] = useState<number | null>(null);
  const [selected, setSelected] = useState<number | null>(7);
  const [hoveredCluster, setHoveredCluster] = useState<number | null>(null);
  const [selectedCluster, setSelectedCluster] = useState<number | null>(initiallySelected);
  const [drawn, setDrawn] = useState<readonly Data[]>([]);
  const [saved, setSaved] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const edit = (id: number, change: Partial<PlottedCluster>): void =>
    setEdits((known) => new Map(known).set(id, { ...known.get(id), ...change }));
  const clusters = scene.clusters.map((cluster) => ({ ...cluster, ...edits.get(cluster.id) }));
  const shared = {
    hovered,
    selected,
    onHover: setHovered,
    onSelect: setSelected,
    hoveredCluster,
    motionKey: seed,
  };
  const latentProps = {
    ...shared,
    dimension: 2,
    selectedCluster,
    onHoverCluster: setHoveredCluster,
    onSelectCluster: setSelectedCluster,
    onMove: (id: number, mean: readonly number[]) => edit(id, { mean }),
    onReshape: (id: number, { xx, xy, yy }: { xx: number; xy: number; yy: number }) =>
      edit(id, { covariance: [xx, xy, xy, yy] }),
    onRemove: (id: number) => edit(id, { removed: true }),
    onRestore: (id: number) => edit(id, { removed: false }),
  };
  const drawnValues = useMemo(() => Float32Array.from(drawn.flat()), [drawn]);

  return (
    <main>
      <p>
        <button type="button" onClick={() => setSeed((value) => value + 0.07)}>
          Other data
        </button>{' '}
        <button
          type="button"
          onClick={() => stage.current !== null && setSaved(toSvgString(stage.current))}
        >
          Export
        </button>{' '}
        <button
          type="button"
          onClick={async () => {
            if (stage.current !== null) setSaved(URL.createObjectURL(await toPng(stage.current)));
          }}
        >
          Export pixels
        </button>
      </p>
      <div className="stage" ref={stage}>
        <section aria-label="Data space">
          <DataSpacePlot
            {...shared}
            observations={scene.observations}
            dimension={2}
            columns={['x₁', 'x₂']}
            reconstructions={scene.reconstructions}
            assignments={scene.labels}
            confidence={scene.confidence}
            grid={scene.grid}
            layers={{ grid: true, links: true }}
          />
        </section>
        <section aria-label="Latent space">
          <LatentSpacePlot
            {...latentProps}
            latents={scene.latents}
            assignments={scene.labels}
            confidence={scene.confidence}
            clusters={clusters}
            grid={scene.grid.coordinates}
          />
        </section>
        <section className="wide" aria-label="Evidence lower bound">
          <ObjectiveChart
            objective={ELBO}
            steps={scene.steps}
            series={scene.series}
            events={EVENTS}
          />
        </section>
        <section className="wide" aria-label="Cluster weights">
          <WeightBars
            clusters={clusters}
            hovered={hoveredCluster}
            selected={selectedCluster}
            onHover={setHoveredCluster}
            onSelect={setSelectedCluster}
          />
        </section>
      </div>
      <div className="stage">
        <section aria-label="Own points">
          <DataSpacePlot
            {...shared}
            observations={drawnValues}
            labels={new Uint16Array(drawn.length)}
            dimension={2}
            columns={['x', 'y']}
            drawing={{
              tool: 'brush',
              label: 0,
              radius: 1.5,
              onAdd: (points) => setDrawn((known) => [...known, ...points]),
              onErase: (centre, radius) =>
                setDrawn((known) =>
                  known.filter(([x, y]) => Math.hypot(x - centre[0], y - centre[1]) > radius),
                ),
            }}
            placeholder={
              drawn.length === 0 ? { kind: 'empty', message: 'Draw points with the mouse' } : null
            }
          />
        </section>
        <section aria-label="Samples">
          <LatentSpacePlot
            {...latentProps}
            latents={scene.latents}
            assignments={scene.labels}
            clusters={clusters.filter(({ count }) => count > 1)}
            samples={scene.samples}
          />
        </section>
        <section aria-label="Responsibilities">
          <ResponsibilityBars
            responsibilities={[0.02, 0, 0, 0.71, 0.2, 0, 0.07, 0, 0, 0, 0, 0, 0, 0, 0]}
          />
        </section>
        <section aria-label="Miniature" style={{ width: 220 }}>
          <LatentMiniature
            latents={scene.latents}
            dimension={2}
            assignments={scene.labels}
            clusters={clusters}
            label="Five clusters of encoded points"
          />
        </section>
        <section aria-label="Loading">
          <LatentSpacePlot
            {...latentProps}
            latents={EMPTY.latents}
            assignments={[]}
            clusters={[]}
            hovered={null}
            selected={null}
            placeholder={{ kind: 'loading', message: 'Loading the pretrained model' }}
          />
        </section>
        <section aria-label="No steps yet">
          <ObjectiveChart
            objective={ELBO}
            steps={[]}
            series={NO_VALUES}
            placeholder={{
              kind: 'empty',
              message: 'Press Play: the bound is drawn here step by step',
            }}
          />
        </section>
      </div>
      <svg width="560" height="150" role="img" aria-label="Palette">
        {Array.from({ length: 50 }, (_, id) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the id is the item
            key={id}
            d={symbolPath(id, 9)}
            fill={colour(id, theme)}
            transform={`translate(${20 + 56 * (id % 10)} ${18 + 28 * Math.floor(id / 10)})`}
          />
        ))}
      </svg>
      <output data-export={saved.slice(0, 20)} data-length={saved.length} hidden>
        {saved}
      </output>
    </main>
  );
}
