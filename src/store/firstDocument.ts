/**
 * What a lab opens with: the link if it says anything, else the work kept on this device, else the
 * model shipped with the page, else a start from the seed.
 */
import type { ModelFile } from '../files/readModelFile.ts';
import type { WorkMark, WorkStorage } from '../files/storage.ts';
import type { Checkpoint } from '../labs/engine.ts';
import { type Lab, viewFlagsOf } from '../labs/lab.ts';
import { decodeLink, PAGE_PARTS } from '../settings/link.ts';
import { applyPreset } from '../settings/presets.ts';
import { trainAlike } from '../settings/sameTraining.ts';
import { defaultValues } from '../settings/values.ts';
import { shortened, suggestion } from '../settings/words.ts';
import { fromSeed, type LabDocument, type Origin } from './document.ts';
import { type LinkedView, PLAIN_VIEW } from './view.ts';

export interface FirstDocument {
  readonly document: LabDocument;
  /** Bound over time up to here, where it is known. */
  readonly history: ModelFile['history'];
  /** Training steps the link asks for. */
  readonly steps: number;
  readonly view: LinkedView;
  /** The work kept on this device that it is; null for anything else. */
  readonly kept: WorkMark | null;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

export interface Sources {
  /** The part of the address after "?"; empty for none. */
  readonly linkState: string;
  readonly storage: WorkStorage;
  /** Text of a shipped model file, by its name without the ending; null when there is none. */
  readonly shipped: (name: string) => Promise<string | null>;
}

const FIRST_SEED = 0;

export async function firstDocument(lab: Lab, sources: Sources): Promise<FirstDocument> {
  if (sources.linkState !== '') return onTheWay(lab, fromLink(lab, sources.linkState), sources);
  const kept = await sources.storage.recall(lab);
  if (kept.ok && kept.value) {
    const { file, warnings, visit, savedAt, linkState, step } = kept.value;
    const mark = { visit, savedAt, linkState, step };
    return { ...fromFile(file, warnings, file.pretrained), kept: mark };
  }
  const problems = kept.ok ? [] : [kept.problem.message];
  const shipped = lab.startsTrained === false ? null : await readShipped(lab, lab.id, sources);
  if (shipped === null) return { ...plain(lab), problems };
  if (!shipped.ok) return { ...plain(lab), problems: [...problems, shipped.problem.message] };
  return fromFile(shipped.file, [...problems, ...shipped.warnings], true);
}

/** A shipped model file, fetched along with what reads it; null where there is none. */
async function readShipped(lab: Lab, name: string, { shipped }: Sources) {
  const [text, { readModelFile }] = await Promise.all([
    shipped(name),
    import('../files/readModelFile.ts'),
  ]);
  return text === null ? null : readModelFile(text, lab, null);
}

/** The document of a model file that was kept, imported or shipped. */
export function fromFile(
  file: ModelFile,
  problems: readonly string[],
  pretrained: boolean,
): FirstDocument {
  const { lab, settings, seed, edits, ownData, checkpoint, history, continued } = file;
  const origin: Origin = { checkpoint, pretrained, ...(continued && { continued }) };
  const document = { lab, settings, seed, edits, ownData, origin };
  return { document, history, steps: 0, view: PLAIN_VIEW, kept: null, problems };
}

function fromLink(lab: Lab, linkState: string): FirstDocument {
  const { state, problems } = decodeLink(`#/${lab.id}?${linkState}`, [lab]);
  const start = plain(lab);
  if (!state) return start;
  const { settings, edits, ownData, hidden, view } = state;
  const flags = viewFlagsOf(lab);
  const hidable = [...PAGE_PARTS, ...Object.keys(lab.table.settings)];
  const unknown = [
    ...unknownNames('view', Object.keys(view), flags),
    ...unknownNames('hide', hidden, hidable),
  ];
  return {
    document: { ...start.document, settings, seed: state.seed ?? FIRST_SEED, edits, ownData },
    history: null,
    steps: state.steps ?? 0,
    view: {
      flags: Object.fromEntries(Object.entries(view).filter(([name]) => flags.includes(name))),
      hidden,
    },
    kept: null,
    problems: [...problems.map(({ message }) => message), ...unknown],
  };
}

/**
 * Starts a link from the shipped model where that lies on the way of the link's own training, which
 * saves the wait. The steps that are left give the same numbers to the last digit. Models with warm
 * starts are the exception, since shipped files round those: they train from the seed.
 */
async function onTheWay(lab: Lab, first: FirstDocument, sources: Sources): Promise<FirstDocument> {
  const { document, steps } = first;
  if (steps === 0 || document.ownData !== null || lab.startsTrained === false) return first;
  const preset = shippedPreset(lab, document, steps);
  const decoded = await readShipped(lab, preset ? `${lab.id}-${preset}` : lab.id, sources);
  if (!decoded?.ok) return first;
  const { settings, seed, checkpoint, history } = decoded.file;
  if (!checkpoint || seed !== document.seed) return first;
  if (!trainAlike(lab.table, settings, document.settings, checkpoint.step)) return first;
  const left = steps - checkpoint.step;
  if (left < 0 || (left > 0 && hasWarmStarts(checkpoint))) return first;
  const origin = { checkpoint, pretrained: left === 0 };
  return { ...first, document: { ...document, origin }, history, steps: left };
}

/** Those of local inference, which shipped files round. */
const hasWarmStarts = ({ arrays }: Checkpoint): boolean =>
  Object.entries(arrays).some(([name, { length }]) => name.endsWith('localState') && length > 0);

/** The preset whose trained model is shipped and is just what the document trains towards. */
function shippedPreset(lab: Lab, document: LabDocument, steps: number): string | undefined {
  return lab.shippedPresets?.find(({ preset, ...shipped }) => {
    const values = applyPreset(lab.table, preset);
    return (
      shipped.seed === document.seed &&
      shipped.steps === steps &&
      values.ok &&
      trainAlike(lab.table, values.values, document.settings, steps)
    );
  })?.preset;
}

/** A sentence for each name that a list of the link holds and nothing goes by. */
function unknownNames(
  key: 'view' | 'hide',
  names: readonly string[],
  known: readonly string[],
): readonly string[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `"${key}" of the link names "${shortened(name)}". ${suggestion(name, known)}`);
}

function plain(lab: Lab): FirstDocument {
  return {
    document: {
      lab: lab.id,
      settings: defaultValues(lab.table),
      seed: FIRST_SEED,
      edits: [],
      ownData: null,
      origin: fromSeed(),
    },
    history: null,
    steps: 0,
    view: PLAIN_VIEW,
    kept: null,
    problems: [],
  };
}
