/**
 * The labs there are, in the order of the course, and the only list of them. The page, the worker,
 * the command line, the tests and the docs all go through it. Engines and pages are loaded when they
 * are wanted, by explicit addresses, as the command line runs without Vite; the build leaves the
 * engines out of the page and the pages out of the worker.
 */
import type { ComponentType } from 'react';
import type { SettingsShape } from '../settings/settingsTable.ts';
import { shortened } from '../settings/words.ts';
import { card as bounds } from './bounds/card.ts';
import { card as compare } from './compare/card.ts';
import { card as divergences } from './divergences/card.ts';
import { card as em } from './em/card.ts';
import type { EngineDefinition } from './engine.ts';
import { card as estimators } from './estimators/card.ts';
import { card as hmm } from './hmm/card.ts';
import type { Lab, LabCard, OfKind } from './lab.ts';
import { card as meanField } from './meanField/card.ts';
import { card as mixtureOfExperts } from './mixtureOfExperts/card.ts';
import type { LabParts } from './page.ts';
import type { Taken } from './shared/sources/sources.ts';
import { card as svaeGmm } from './svaeGmm/card.ts';
import { card as svaeLds } from './svaeLds/card.ts';
import { card as svaeSlds } from './svaeSlds/card.ts';
import { card as topics } from './topics/card.ts';
import { card as vae } from './vae/card.ts';

export interface RegistryEntry<
  Settings extends SettingsShape = SettingsShape,
  Edit = unknown,
  Snapshot extends OfKind = OfKind,
  Query extends OfKind = OfKind,
  Answer extends OfKind = OfKind,
> {
  readonly card: LabCard;
  /** The manifest, once it is loaded: with the lab's page, or with its engine. */
  lab(): Promise<Lab<Settings, Edit, Snapshot, Query, Answer>>;
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

/** Manifests that have been loaded, by id. */
const loaded = new Map<string, Lab>();

/**
 * Checks that the engine is that of the manifest. Manifest and page are loaded once, so that a
 * component that is rendered again waits for the same promise.
 */
function entry<
  Settings extends SettingsShape,
  Edit,
  Snapshot extends OfKind,
  Query extends OfKind,
  Answer extends OfKind,
>(its: RegistryEntry<Settings, Edit, Snapshot, Query, Answer>): RegistryEntry {
  let lab: Promise<Lab> | null = null;
  let page: ReturnType<RegistryEntry['page']> | null = null;
  return {
    ...its,
    lab() {
      lab ??= its.lab().then((manifest) => {
        loaded.set(manifest.id, manifest);
        return manifest;
      });
      return lab;
    },
    page() {
      page ??= its.page();
      return page;
    },
  };
}

export const registry: readonly RegistryEntry[] = [
  entry({
    card: divergences,
    lab: async () => (await import('./divergences/lab.ts')).divergences,
    engine: () => import('./divergences/engine/index.ts'),
    page: () => import('./divergences/page/index.ts'),
    miniature: () => import('./divergences/page/Miniature.tsx'),
    sources: () => import('./divergences/texts/sources.ts'),
  }),
  entry({
    card: em,
    lab: async () => (await import('./em/lab.ts')).em,
    engine: () => import('./em/engine/index.ts'),
    page: () => import('./em/page/index.ts'),
    miniature: () => import('./em/page/Miniature.tsx'),
    sources: () => import('./em/texts/sources.ts'),
  }),
  entry({
    card: mixtureOfExperts,
    lab: async () => (await import('./mixtureOfExperts/lab.ts')).mixtureOfExperts,
    engine: () => import('./mixtureOfExperts/engine/index.ts'),
    page: () => import('./mixtureOfExperts/page/index.ts'),
    miniature: () => import('./mixtureOfExperts/page/Miniature.tsx'),
    sources: () => import('./mixtureOfExperts/texts/sources.ts'),
  }),
  entry({
    card: meanField,
    lab: async () => (await import('./meanField/lab.ts')).meanField,
    engine: () => import('./meanField/engine/index.ts'),
    page: () => import('./meanField/page/index.ts'),
    miniature: () => import('./meanField/page/Miniature.tsx'),
    sources: () => import('./meanField/texts/sources.ts'),
  }),
  entry({
    card: topics,
    lab: async () => (await import('./topics/lab.ts')).topics,
    engine: () => import('./topics/engine/index.ts'),
    page: () => import('./topics/page/index.ts'),
    miniature: () => import('./topics/page/Miniature.tsx'),
    sources: () => import('./topics/texts/sources.ts'),
  }),
  entry({
    card: vae,
    lab: async () => (await import('./vae/lab.ts')).vae,
    engine: () => import('./vae/engine/index.ts'),
    page: () => import('./vae/page/index.ts'),
    miniature: () => import('./vae/page/Miniature.tsx'),
    sources: () => import('./vae/texts/sources.ts'),
  }),
  entry({
    card: estimators,
    lab: async () => (await import('./estimators/lab.ts')).estimators,
    engine: () => import('./estimators/engine/index.ts'),
    page: () => import('./estimators/page/index.ts'),
    miniature: () => import('./estimators/page/Miniature.tsx'),
    sources: () => import('./estimators/texts/sources.ts'),
  }),
  entry({
    card: bounds,
    lab: async () => (await import('./bounds/lab.ts')).bounds,
    engine: () => import('./bounds/engine/index.ts'),
    page: () => import('./bounds/page/index.ts'),
    miniature: () => import('./bounds/page/Miniature.tsx'),
    sources: () => import('./bounds/texts/sources.ts'),
  }),
  entry({
    card: svaeGmm,
    lab: async () => (await import('./svaeGmm/lab.ts')).svaeGmm,
    engine: () => import('./svaeGmm/engine/index.ts'),
    page: () => import('./svaeGmm/page/index.ts'),
    miniature: () => import('./svaeGmm/page/Miniature.tsx'),
    sources: () => import('./svaeGmm/texts/sources.ts'),
  }),
  entry({
    card: hmm,
    lab: async () => (await import('./hmm/lab.ts')).hmm,
    engine: () => import('./hmm/engine/index.ts'),
    page: () => import('./hmm/page/index.ts'),
    miniature: () => import('./hmm/page/Miniature.tsx'),
    sources: () => import('./hmm/texts/sources.ts'),
  }),
  entry({
    card: svaeLds,
    lab: async () => (await import('./svaeLds/lab.ts')).svaeLds,
    engine: () => import('./svaeLds/engine/index.ts'),
    page: () => import('./svaeLds/page/index.ts'),
    miniature: () => import('./svaeLds/page/Miniature.tsx'),
    sources: () => import('./svaeLds/texts/sources.ts'),
  }),
  entry({
    card: svaeSlds,
    lab: async () => (await import('./svaeSlds/lab.ts')).svaeSlds,
    engine: () => import('./svaeSlds/engine/index.ts'),
    page: () => import('./svaeSlds/page/index.ts'),
    miniature: () => import('./svaeSlds/page/Miniature.tsx'),
    sources: () => import('./svaeSlds/texts/sources.ts'),
  }),
  entry({
    card: compare,
    lab: async () => (await import('./compare/lab.ts')).compare,
    engine: () => import('./compare/engine/index.ts'),
    page: () => import('./compare/page/index.ts'),
    miniature: () => import('./compare/page/Miniature.tsx'),
    sources: () => import('./compare/texts/sources.ts'),
  }),
];

/** The manifest of a lab, if it has been loaded. */
export const loadedLab = (id: string): Lab | null => loaded.get(id) ?? null;

/** The manifest of a lab that has been loaded. */
export function labNamed(id: string): Lab {
  const lab = loadedLab(id);
  if (!lab) throw new Error(`The lab "${entryNamed(id).card.id}" has not been loaded yet.`);
  return lab;
}

/** Manifest and engine of a lab or one of its variants, for those who run it. */
export type LoadedLab = Lab & EngineDefinition;

export async function loadLab(id: string): Promise<LoadedLab> {
  const found = registry.find(({ card }) => card.id === id);
  if (found) return { ...(await found.lab()), ...(await found.engine()).engine };
  for (const { lab, engine } of registry) {
    const manifest = await lab();
    const variant = manifest.variants?.find((one) => one.id === id);
    if (variant) return { ...manifest, ...variant, ...(await engine()).engine };
  }
  return loadLab(entryNamed(id).card.id);
}

/** The entry of a lab. */
export function entryNamed(id: string): RegistryEntry {
  const found = registry.find(({ card }) => card.id === id);
  if (found) return found;
  const known = registry.map(({ card }) => `"${card.id}"`).join(', ');
  throw new Error(`There is no lab "${shortened(id)}". Labs here: ${known}.`);
}
