/** The three models that are compared: their engines on one data set, and the settings of each. */
import { applyPreset } from '../../../settings/presets.ts';
import { defaultValues } from '../../../settings/values.ts';
import { EmEngine } from '../../em/engine/engine.ts';
import { type EmSettings, emTable } from '../../em/settings.ts';
import type { EngineRequest } from '../../engine.ts';
import { mustHaveRows } from '../../shared/engine/planarData.ts';
import { SvaeGmmEngine } from '../../svaeGmm/engine/engine.ts';
import { type SvaeGmmSettings, svaeGmmTable } from '../../svaeGmm/settings.ts';
import { VaeEngine } from '../../vae/engine/engine.ts';
import { type VaeSettings, vaeTable } from '../../vae/settings.ts';
import type { CompareSettings } from '../settings.ts';

export interface Members {
  readonly gmm: EmEngine;
  readonly vae: VaeEngine;
  readonly svae: SvaeGmmEngine;
}

/** Each as its own lab would make it from the same seed. */
export function createMembers({
  settings,
  dataset,
  seed,
}: EngineRequest<CompareSettings>): Members {
  mustHaveRows(dataset.rows, settings.mixtureClusters, 'clusters of the GMM');
  mustHaveRows(dataset.rows, settings.clusters, 'clusters of the SVAE');
  const gmm = new EmEngine({ settings: gmmSettings(settings), dataset, seed });
  const vae = new VaeEngine({ settings: vaeSettings(settings), dataset, seed });
  const svae = new SvaeGmmEngine({ settings: svaeSettings(settings), dataset, seed });
  return { gmm, vae, svae };
}

/** EM for the full mixture, from one start as the others; it sees all data at once, so nothing of training concerns it. */
export function gmmSettings(settings: CompareSettings): EmSettings {
  return { ...defaultValues(emTable('gmm')), restarts: 1, clusters: settings.mixtureClusters };
}

export function vaeSettings(settings: CompareSettings): VaeSettings {
  const { objective, importanceSamples } = settings;
  return {
    ...defaultValues(vaeTable),
    ...sharedSettings(settings),
    ...{ objective, importanceSamples },
  };
}

/** The recipe is a preset of the SVAE's own table; what the models share stands over it. */
export function svaeSettings(settings: CompareSettings): SvaeGmmSettings {
  const preset = applyPreset(svaeGmmTable, settings.recipe);
  if (!preset.ok) throw new Error(preset.message);
  const { clusters, recipe, priorGrowth, shapesFirst, searchByCount, startAtShapes } = settings;
  const { thoroughSearch, joinNeighbours, neighbourDensity } = settings;
  return {
    ...preset.values,
    ...sharedSettings(settings),
    clusters,
    // The thesis's prior and search are as printed, whatever the number of points.
    ...(recipe === 'robust' && {
      ...{ priorGrowth, shapesFirst, searchByCount, startAtShapes },
      ...{ thoroughSearch, joinNeighbours, neighbourDensity },
    }),
  };
}

/** What VAE and SVAE have in common. The data come ready made. */
function sharedSettings(settings: CompareSettings) {
  const { latentDimension, hiddenUnits, hiddenLayers, activation } = settings;
  const { learningRate, klWeight, batch } = settings;
  return {
    latentDimension,
    hiddenUnits,
    hiddenLayers,
    activation,
    learningRate,
    klWeight,
    batch,
  };
}
