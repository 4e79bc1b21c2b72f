/** What a link opens. */
import type { Checkpoint } from '../labs/engine.ts';
import { type Lab, selectedInLinks, viewFlagsOf } from '../labs/lab.ts';
import { withoutPanels } from '../settings/classLink.ts';
import { decodeLink, PAGE_PARTS } from '../settings/link.ts';
import { applyPreset } from '../settings/presets.ts';
import { trainAlike } from '../settings/sameTraining.ts';
import { shortened, suggestion } from '../settings/words.ts';
import type { LabDocument } from './document.ts';
import {
  FIRST_SEED,
  type FirstDocument,
  plain,
  readShipped,
  type Sources,
} from './documentSources.ts';

/** The document of the part of a link after the "?", with a shipped model where one lies on its way. */
export const linkedDocument = (lab: Lab, sources: Sources): Promise<FirstDocument> =>
  onTheWay(lab, fromLink(lab, sources.linkState), sources);

function fromLink(lab: Lab, linkState: string): FirstDocument {
  const { state, problems } = decodeLink(`#/${lab.id}?${linkState}`, [lab]);
  const start = plain(lab);
  if (!state) return start;
  const { settings, edits, ownData, hidden, view, selected, notes } = state;
  const flags = viewFlagsOf(lab);
  const hidable = [...PAGE_PARTS, ...Object.keys(lab.table.settings)];
  const unknown = [
    ...unknownNames('view', Object.keys(view), flags),
    // Which panels a stage has only the stage knows.
    ...unknownNames('hide', withoutPanels(hidden), hidable),
    ...unknownNames('select', Object.keys(selected), lab.selectedByLinks ?? []),
  ];
  return {
    document: { ...start.document, settings, seed: state.seed ?? FIRST_SEED, edits, ownData },
    history: null,
    steps: state.steps ?? 0,
    view: {
      flags: Object.fromEntries(Object.entries(view).filter(([name]) => flags.includes(name))),
      ...{ hidden, notes },
      selected: selectedInLinks(lab, selected),
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
  key: 'view' | 'hide' | 'select',
  names: readonly string[],
  known: readonly string[],
): readonly string[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `"${key}" of the link names "${shortened(name)}". ${suggestion(name, known)}`);
}
