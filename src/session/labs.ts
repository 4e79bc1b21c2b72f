/** The labs a session can open. A new model moves in with one line here. */

import { compare } from '../labs/compare/engine/index.ts';
import { bayesianMixture, em, gaussianMixture, kMeans } from '../labs/em/engine/index.ts';
import type { Engine, EngineDefinition } from '../labs/engine.ts';
import { mixtureOfExperts } from '../labs/mixtureOfExperts/engine/index.ts';
import { svaeGmm } from '../labs/svaeGmm/engine/index.ts';
import { svaeLds } from '../labs/svaeLds/engine/index.ts';
import { vae } from '../labs/vae/engine/index.ts';
import type { SettingsShape } from '../settings/settingsTable.ts';
import { shortened } from '../settings/words.ts';

export type AnyEngine = Engine<unknown, unknown, unknown, unknown>;
export type AnyDefinition = EngineDefinition<SettingsShape, unknown, unknown>;

// Each definition keeps to its own types; the session passes values through without looking.
const labs = [
  svaeGmm,
  svaeLds,
  em,
  kMeans,
  gaussianMixture,
  bayesianMixture,
  mixtureOfExperts,
  vae,
  compare,
] as unknown as readonly AnyDefinition[];

export function labNamed(id: string): AnyDefinition {
  const lab = labs.find((candidate) => candidate.id === id);
  if (lab) return lab;
  const known = labs.map((candidate) => `"${candidate.id}"`).join(', ');
  throw new Error(`There is no lab "${shortened(id)}". Labs here: ${known}.`);
}

/** The ids of all labs, in the order of the course. */
export function labIds(): readonly string[] {
  return labs.map((lab) => lab.id);
}
