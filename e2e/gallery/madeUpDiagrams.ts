import { MODEL_UNIT } from '../../src/datasets/columnUnits.ts';
import { type EmAlgorithm, emTable } from '../../src/labs/em/settings.ts';
import { diagram as em } from '../../src/labs/em/texts/diagram.ts';
import type { LiveModel } from '../../src/labs/shared/diagram/labDiagram.ts';
import type { PlateModel } from '../../src/plots/diagram/plateModel.ts';
import { defaultValues } from '../../src/settings/values.ts';
import type { GalleryScene } from './madeUpClusters.ts';

interface MadeUpDiagram {
  readonly name: string;
  readonly model: PlateModel;
  readonly live: LiveModel;
  readonly lit: readonly string[];
}

/** The graphical models of the labs, with made-up distributions. */
export function madeUpDiagrams(scene: GalleryScene): readonly MadeUpDiagram[] {
  const clusters = scene.clusters
    .filter(({ count }) => count > 1)
    .map((cluster, id) => ({ ...cluster, id, empty: false, singular: false }));
  const K = clusters.length;
  const used = scene.clusters.filter(({ count }) => count > 1).map(({ id }) => id);
  const assignments = scene.labels.map((label) => Math.max(0, used.indexOf(label)));
  const dataset = { values: scene.latents, units: [MODEL_UNIT, MODEL_UNIT] };

  const mixture = (algorithm: EmAlgorithm, row: number | null, lit: readonly string[]) => {
    const settings = { ...defaultValues(emTable('em')), algorithm };
    const responsibilities = Float32Array.from({ length: K * scene.labels.length }, (_, index) => {
      const [n, k] = [Math.floor(index / K), index % K];
      return k === assignments[n] ? scene.confidence[n] : (1 - scene.confidence[n]) / (K - 1);
    });
    const snapshot = {
      ...{ algorithm, rows: scene.labels.length, dataDimension: 2 },
      ...{ responsibilities, assignments, confidence: scene.confidence, clusters },
    };
    return {
      name: algorithm,
      model: em.modelOf(settings),
      live: em.live(snapshot, { settings, dataset, row, cluster: null }),
      lit,
    };
  };

  return [
    mixture('k-means', null, []),
    mixture('gmm', 7, ['x', 'z']),
    mixture('bayesian-gmm', null, ['clusters']),
  ];
}
