/** The labs as the page knows them: settings and edits, nothing that would load tfjs. */

import type { ColumnUnits } from '../datasets/columnUnits.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { parseCompareEdit } from '../labs/compare/edits.ts';
import { compareTable } from '../labs/compare/settings.ts';
import type { CompareSnapshot } from '../labs/compare/snapshot.ts';
import { type EmEdit, emEditFromOwn, parseEmEdit, withEmEdit } from '../labs/em/edits.ts';
import { emTable } from '../labs/em/settings.ts';
import type { EmSnapshot } from '../labs/em/snapshot.ts';
import { parseExpertsEdit } from '../labs/mixtureOfExperts/edits.ts';
import { expertsTable } from '../labs/mixtureOfExperts/settings.ts';
import type { ExpertsSnapshot } from '../labs/mixtureOfExperts/snapshot.ts';
import {
  parseSvaeGmmEdit,
  type SvaeGmmEdit,
  withEdit as withGmmEdit,
} from '../labs/svaeGmm/edits.ts';
import { svaeGmmTable } from '../labs/svaeGmm/settings.ts';
import type { SvaeGmmSnapshot } from '../labs/svaeGmm/snapshot.ts';
import {
  parseSvaeLdsEdit,
  type SvaeLdsEdit,
  withEdit as withLdsEdit,
} from '../labs/svaeLds/edits.ts';
import { svaeLdsTable } from '../labs/svaeLds/settings.ts';
import type { SvaeLdsSnapshot } from '../labs/svaeLds/snapshot.ts';
import { parseVaeEdit } from '../labs/vae/edits.ts';
import { vaeTable } from '../labs/vae/settings.ts';
import type { VaeSnapshot } from '../labs/vae/snapshot.ts';
import type { Speed } from '../session/protocol.ts';
import type { SettingsTable } from '../settings/settingsTable.ts';
import { shortened } from '../settings/words.ts';
import type { LabDocument } from './document.ts';
import type { RunState } from './run.ts';

export interface LabEntry {
  /** Also the route. */
  readonly id: string;
  readonly title: string;
  readonly table: SettingsTable;
  /** What the stage can draw or leave out, by the names that links use. */
  readonly viewFlags: readonly string[];
  /** Throws an Error that names the bad value. */
  readonly parseEdit: (edit: unknown) => unknown;
  /** An edit in the units of the data, in those of the model; absent where edits have none. */
  readonly editFromOwn?: (edit: unknown, units: ColumnUnits) => unknown;
  /** The list of edits with one more in force, which may take the place of an earlier one. */
  readonly withEdit: (edits: readonly unknown[], edit: unknown) => readonly unknown[];
  /** False where the page opens with the model as it starts: then no trained one is asked for. */
  readonly startsTrained?: false;
  /** Presets shipped trained as well, so that a link to one of them opens at once. */
  readonly shippedPresets?: readonly ShippedPreset[];
  /** False where there are no networks, and nothing is computed on a backend. */
  readonly usesBackend?: false;
  /**
   * Whether an edit changes nothing of the model, as a probe does: it stays when another model takes
   * the place of this one. All others go with the model they were made for.
   */
  readonly outlivesModel?: (edit: unknown) => boolean;
  /** Training starts from the edited model, not from the one underneath. */
  readonly goesOnFromEdits?: true;
  /** What the bound is per, where that is not a point. */
  readonly datum?: string;
  /** What edits are, where they are built into a model: "means moved by hand". */
  readonly editsInWords?: string;
  /** How fast Play trains until another speed is chosen. */
  readonly firstSpeed: Speed;
  /** What is climbed, or lowered, by its own name; where there is none it is the ELBO. */
  readonly objective?: (settings: Settings, run: Seen) => Objective;
  /** A snapshot as nested plain arrays in the units of the data, for scripts: few pages see one. */
  readonly plainSnapshot: (
    snapshot: unknown,
    dataset: Dataset,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

/** A preset that is shipped trained for so many steps from a seed: `models/<lab>-<preset>.json`. */
export interface ShippedPreset {
  readonly preset: string;
  readonly seed: number;
  readonly steps: number;
}

/** A figure for the top bar; null before the first evaluation. */
interface Objective {
  readonly name: string;
  readonly value: number | null;
}

/** What links can hide of every lab's page, besides single settings. */
export const PAGE_PARTS = ['settings', 'explanation', 'speed', 'seed', 'backend'] as const;

export type PagePart = (typeof PAGE_PARTS)[number];

type Seen = Pick<RunState, 'snapshot' | 'elbo'>;
type Settings = LabDocument['settings'];

const freeEnergy = (_settings: Settings, { elbo }: Seen): Objective => ({
  name: 'ELBO',
  value: elbo?.total ?? null,
});

/** k-means shows its distance; the other algorithms show the ELBO. */
function emObjective(settings: Settings, run: Seen): Objective {
  const seen = run.snapshot as EmSnapshot | null;
  if (settings.algorithm === 'k-means')
    return { name: 'Distortion', value: seen?.distortion ?? null };
  return settings.algorithm === 'bayesian-gmm' ? elboOf(run) : freeEnergy(settings, run);
}

const elboOf = ({ elbo }: Seen): Objective => ({ name: 'ELBO', value: elbo?.total ?? null });

/** Slow enough to see the means move: EM is done in a moment. */
const EM_SPEED = 10;

const labs: readonly LabEntry[] = [
  {
    id: 'em',
    title: 'k-means and EM',
    table: emTable('em'),
    viewFlags: ['responsibilities'],
    parseEdit: parseEmEdit,
    editFromOwn: emEditFromOwn,
    withEdit: (edits, edit) => withEmEdit(edits as EmEdit[], parseEmEdit(edit)),
    startsTrained: false,
    usesBackend: false,
    goesOnFromEdits: true,
    editsInWords: 'means moved by hand',
    firstSpeed: EM_SPEED,
    objective: emObjective,
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/em/plain.ts')).plainEmSnapshot(snapshot as EmSnapshot, dataset),
  },
  {
    id: 'mixture-of-experts',
    title: 'Mixture of experts',
    table: expertsTable,
    viewFlags: ['responsibilities', 'prediction'],
    parseEdit: parseExpertsEdit,
    withEdit: (edits) => edits,
    startsTrained: false,
    usesBackend: false,
    firstSpeed: EM_SPEED,
    objective: freeEnergy,
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/mixtureOfExperts/plain.ts')).plainExpertsSnapshot(
        snapshot as ExpertsSnapshot,
        dataset,
      ),
  },
  {
    id: 'vae',
    title: 'VAE',
    table: vaeTable,
    shippedPresets: [{ preset: 'shapes', seed: 0, steps: 1500 }],
    viewFlags: [
      ...['observations', 'reconstructions', 'links', 'posteriors', 'prior'],
      ...['grid', 'samples'],
    ],
    datum: 'observation',
    parseEdit: parseVaeEdit,
    // There is one probe: where it was before counts no more.
    withEdit: (_edits, edit) => [parseVaeEdit(edit)],
    outlivesModel: () => true,
    firstSpeed: 'slow-start',
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/vae/plain.ts')).plainVaeSnapshot(snapshot as VaeSnapshot, dataset),
  },
  {
    id: 'svae-gmm',
    title: 'SVAE-GMM',
    table: svaeGmmTable,
    viewFlags: ['observations', 'reconstructions', 'links', 'grid', 'samples'],
    parseEdit: parseSvaeGmmEdit,
    // The store has passed every edit through parseEdit, and snapshots come from this lab's engine.
    withEdit: (edits, edit) => withGmmEdit(edits as SvaeGmmEdit[], parseSvaeGmmEdit(edit)),
    firstSpeed: 'slow-start',
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/svaeGmm/plain.ts')).plainSvaeGmmSnapshot(
        snapshot as SvaeGmmSnapshot,
        dataset,
      ),
  },
  {
    id: 'svae-lds',
    title: 'SVAE-LDS',
    table: svaeLdsTable,
    viewFlags: [
      ...['clean', 'sample', 'band', 'portrait', 'flow'],
      ...['prediction', 'latentScaling', 'latentShift', 'otherFrequency', 'noInput'],
      ...['columnScaling', 'retraining', 'tracking'],
    ],
    datum: 'step',
    parseEdit: parseSvaeLdsEdit,
    withEdit: (edits, edit) => withLdsEdit(edits as SvaeLdsEdit[], parseSvaeLdsEdit(edit)),
    outlivesModel: (edit) => parseSvaeLdsEdit(edit).kind === 'setInputEnd',
    firstSpeed: 'slow-start',
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/svaeLds/plain.ts')).plainSvaeLdsSnapshot(
        snapshot as SvaeLdsSnapshot,
        dataset,
      ),
  },
  {
    id: 'compare',
    title: 'GMM, VAE, SVAE',
    table: compareTable,
    viewFlags: ['observations', 'points', 'outlines', 'samples', 'latent'],
    parseEdit: parseCompareEdit,
    withEdit: (edits) => edits,
    firstSpeed: 'slow-start',
    plainSnapshot: async (snapshot, dataset) =>
      (await import('../labs/compare/plain.ts')).plainCompareSnapshot(
        snapshot as CompareSnapshot,
        dataset,
      ),
  },
];

/** All labs of the page. */
export const allLabs = (): readonly LabEntry[] => labs;

export function labNamed(id: string): LabEntry {
  const lab = labs.find((entry) => entry.id === id);
  if (lab) return lab;
  const known = labs.map((entry) => `"${entry.id}"`).join(', ');
  throw new Error(`There is no lab "${shortened(id)}". Labs here: ${known}.`);
}

/** What the lab climbs, or lowers, and where it stands. */
export const objectiveOf = (id: string, settings: Settings, run: Seen): Objective =>
  labNamed(id).objective?.(settings, run) ?? elboOf(run);

/** What the bound of a lab is per: a point, an observation, a step. Asked before the first lab is open, too. */
export const datumOf = (id: string): string => labs.find((lab) => lab.id === id)?.datum ?? 'point';
