import { applyPreset } from '../../../settings/presets.ts';
import { type TopicsSettings, topicsTable } from '../settings.ts';
import { makeTopicsData } from './data.ts';
import { TopicsEngine } from './engine.ts';

/** The engine of a preset on its generated data. */
export function opened(
  preset: string,
  changes: Partial<TopicsSettings> = {},
  seed = 0,
): TopicsEngine {
  const applied = applyPreset(topicsTable, preset);
  if (!applied.ok) throw new Error(applied.message);
  const settings = { ...applied.values, ...changes } as TopicsSettings;
  return new TopicsEngine({ settings, dataset: makeTopicsData(settings, seed), seed });
}
