/**
 * The labs there are, in the order of the course, and the only list of them. The page, the worker,
 * the command line, the tests and the docs all go through it. Engines and pages are loaded when they
 * are wanted, by explicit addresses, as the command line runs without Vite; the build leaves the
 * engines out of the page and the pages out of the worker.
 */
import type { ComponentType } from 'react';
import type { SettingsShape } from '../settings/settingsTable.ts';
import { shortened } from '../settings/words.ts';
import { compare } from './compare/lab.ts';
import { divergences } from './divergences/lab.ts';
import { em } from './em/lab.ts';
import type { EngineDefinition } from './engine.ts';
import { estimators } from './estimators/lab.ts';
import { hmm } from './hmm/lab.ts';
import type { Lab, OfKind } from './lab.ts';
import { meanField } from './meanField/lab.ts';
import { mixtureOfExperts } from './mixtureOfExperts/lab.ts';
import type { LabParts } from './page.ts';
import type { Taken } from './shared/sources/sources.ts';
import { svaeGmm } from './svaeGmm/lab.ts';
import { svaeLds } from './svaeLds/lab.ts';
import { topics } from './topics/lab.ts';
import { vae } from './vae/lab.ts';

export interface RegistryEntry<
  Settings extends SettingsShape = SettingsShape,
  Edit = unknown,
  Snapshot extends OfKind = OfKind,
  Query extends OfKind = OfKind,
  Answer extends OfKind = OfKind,
> {
  readonly lab: Lab<Settings, Edit, Snapshot, Query, Answer>;
  /** For the worker and the command line. */
  engine(): Promise<{
    readonly engine: EngineDefinition<Settings, Edit, Snapshot, Query, Answer>;
  }>;
  readonly page: () => Promise<{ readonly parts: LabParts }>;
  /** A small picture of a real result, for the home page. */
  readonly miniature: () => Promise<{ readonly default: ComponentType }>;
  /** What it takes from where, for the page of sources. */
  readonly sources: () => Promise<{ readonly taken: readonly Taken[] }>;
}

/**
 * Checks that the engine is that of the manifest. The page is loaded once, so that a component that is
 * rendered again waits for the same promise.
 */
function entry<
  Settings extends SettingsShape,
  Edit,
  Snapshot extends OfKind,
  Query extends OfKind,
  Answer extends OfKind,
>(its: RegistryEntry<Settings, Edit, Snapshot, Query, Answer>): RegistryEntry {
  let page: ReturnType<RegistryEntry['page']> | null = null;
  return {
    ...its,
    page() {
      page ??= its.page();
      return page;
    },
  };
}

export const registry: readonly RegistryEntry[] = [
  entry({
    lab: divergences,
    engine: () => import('./divergences/engine/index.ts'),
    page: () => import('./divergences/page/index.ts'),
    miniature: () => import('./divergences/page/Miniature.tsx'),
    sources: () => import('./divergences/texts/sources.ts'),
  }),
  entry({
    lab: em,
    engine: () => import('./em/engine/index.ts'),
    page: () => import('./em/page/index.ts'),
    miniature: () => import('./em/page/Miniature.tsx'),
    sources: () => import('./em/texts/sources.ts'),
  }),
  entry({
    lab: mixtureOfExperts,
    engine: () => import('./mixtureOfExperts/engine/index.ts'),
    page: () => import('./mixtureOfExperts/page/index.ts'),
    miniature: () => import('./mixtureOfExperts/page/Miniature.tsx'),
    sources: () => import('./mixtureOfExperts/texts/sources.ts'),
  }),
  entry({
    lab: hmm,
    engine: () => import('./hmm/engine/index.ts'),
    page: () => import('./hmm/page/index.ts'),
    miniature: () => import('./hmm/page/Miniature.tsx'),
    sources: () => import('./hmm/texts/sources.ts'),
  }),
  entry({
    lab: meanField,
    engine: () => import('./meanField/engine/index.ts'),
    page: () => import('./meanField/page/index.ts'),
    miniature: () => import('./meanField/page/Miniature.tsx'),
    sources: () => import('./meanField/texts/sources.ts'),
  }),
  entry({
    lab: topics,
    engine: () => import('./topics/engine/index.ts'),
    page: () => import('./topics/page/index.ts'),
    miniature: () => import('./topics/page/Miniature.tsx'),
    sources: () => import('./topics/texts/sources.ts'),
  }),
  entry({
    lab: estimators,
    engine: () => import('./estimators/engine/index.ts'),
    page: () => import('./estimators/page/index.ts'),
    miniature: () => import('./estimators/page/Miniature.tsx'),
    sources: () => import('./estimators/texts/sources.ts'),
  }),
  entry({
    lab: vae,
    engine: () => import('./vae/engine/index.ts'),
    page: () => import('./vae/page/index.ts'),
    miniature: () => import('./vae/page/Miniature.tsx'),
    sources: () => import('./vae/texts/sources.ts'),
  }),
  entry({
    lab: svaeGmm,
    engine: () => import('./svaeGmm/engine/index.ts'),
    page: () => import('./svaeGmm/page/index.ts'),
    miniature: () => import('./svaeGmm/page/Miniature.tsx'),
    sources: () => import('./svaeGmm/texts/sources.ts'),
  }),
  entry({
    lab: svaeLds,
    engine: () => import('./svaeLds/engine/index.ts'),
    page: () => import('./svaeLds/page/index.ts'),
    miniature: () => import('./svaeLds/page/Miniature.tsx'),
    sources: () => import('./svaeLds/texts/sources.ts'),
  }),
  entry({
    lab: compare,
    engine: () => import('./compare/engine/index.ts'),
    page: () => import('./compare/page/index.ts'),
    miniature: () => import('./compare/page/Miniature.tsx'),
    sources: () => import('./compare/texts/sources.ts'),
  }),
];

/** All labs, in the order of the course. */
export const labs: readonly Lab[] = registry.map(({ lab }) => lab);

/** What the command line can run: the labs, and their variants after each. */
const models: readonly RegistryEntry[] = registry.flatMap((its) => [
  its,
  ...(its.lab.variants ?? []).map((variant) => ({ ...its, lab: { ...its.lab, ...variant } })),
]);

export const modelIds: readonly string[] = models.map(({ lab }) => lab.id);

/** The lab of a route. */
export function labNamed(id: string): Lab {
  return entryNamed(id).lab;
}

/** Manifest and engine of a lab or one of its variants, for those who run it. */
export type LoadedLab = Lab & EngineDefinition;

export async function loadLab(id: string): Promise<LoadedLab> {
  const { lab, engine } = entryNamed(id, models);
  return { ...lab, ...(await engine()).engine };
}

/** The lab of a route, with its loaders. */
export function entryNamed(id: string, entries = registry): RegistryEntry {
  const found = entries.find(({ lab }) => lab.id === id);
  if (found) return found;
  const known = entries.map(({ lab }) => `"${lab.id}"`).join(', ');
  throw new Error(`There is no lab "${shortened(id)}". Labs here: ${known}.`);
}
