/** The labs a session can open. A new model moves in with one line here. */

import { compare } from '../models/compare/definition.ts';
import { bayesianMixture, em, gaussianMixture, kMeans } from '../models/em/definition.ts';
import type { Engine, EngineDefinition } from '../models/engine.ts';
import { mixtureOfExperts } from '../models/mixtureOfExperts/definition.ts';
import { svaeGmm } from '../models/svaeGmm/definition.ts';
import { svaeLds } from '../models/svaeLds/definition.ts';
import { vae } from '../models/vae/definition.ts';
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
