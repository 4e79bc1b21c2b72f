/** Kept runs in links: what leads to them, without their curves and models. */
import { type KeptRun, MOST_KEPT } from '../../../files/keptRuns.ts';
import { MOST_STEPS } from '../../../settings/link.ts';
import { checkSetting } from '../../../settings/validate.ts';
import { changedValues, defaultValues } from '../../../settings/values.ts';
import { grouped, shortened } from '../../../settings/words.ts';
import type { LabDocument } from '../../../store/document.ts';
import type { Lab } from '../../lab.ts';

/** Of the notes of a link. */
const NAME = 'runs';

const LONGEST_NAME = 40;

type Notes = Readonly<Record<string, unknown>>;

/**
 * The notes of a link with the kept runs that it can repeat, and in a sentence which it cannot. A run is
 * its name, mark, seed, steps, settings that differ from the defaults and, where there are any, edits.
 */
export function withLinkedRuns(
  lab: Lab,
  notes: Notes,
  { kept = [], ownData }: Pick<LabDocument, 'kept' | 'ownData'>,
): { readonly notes: Notes; readonly missing: string | null } {
  const { [NAME]: _, ...others } = notes;
  const linked = kept.filter(
    (run) => run.isRepeated && run.steps <= MOST_STEPS && (!run.ownData || run.ownData === ownData),
  );
  const packed = linked.map(({ name, mark, seed, steps, settings, edits }) => [
    ...[name, mark, seed, steps, changedValues(lab.table, settings)],
    ...(edits.length > 0 ? [edits] : []),
  ]);
  const left = kept.length - linked.length;
  return {
    notes: packed.length > 0 ? { ...others, [NAME]: packed } : others,
    missing:
      left === 0
        ? null
        : `${left} of the ${kept.length} kept runs are not in the link, as they went on from a stored model, were trained on other data or took more than ${grouped(MOST_STEPS)} steps.`,
  };
}

/** The runs of a link's notes; those that cannot be read are left out, each with a sentence. Never throws. */
export function linkedRuns(
  lab: Lab,
  notes: Notes,
  ownData: LabDocument['ownData'],
): { readonly runs: readonly KeptRun[]; readonly problems: readonly string[] } {
  const packed = notes[NAME];
  if (packed === undefined) return { runs: [], problems: [] };
  if (!Array.isArray(packed))
    return { runs: [], problems: ['The kept runs of the link cannot be read.'] };
  const problems: string[] = [];
  const runs = packed.slice(0, MOST_KEPT).flatMap((one: unknown, index): KeptRun[] => {
    try {
      return [unpacked(lab, one, ownData)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`Kept run ${index + 1} of the link is left out: ${reason}`);
      return [];
    }
  });
  const isTaken = (run: KeptRun, index: number) =>
    runs.findIndex(({ mark }) => mark === run.mark) !== index;
  return { runs: runs.filter((run, index) => !isTaken(run, index)), problems };
}

function unpacked(lab: Lab, packed: unknown, ownData: LabDocument['ownData']): KeptRun {
  if (!Array.isArray(packed)) throw new TypeError('it is no list.');
  const [name, mark, seed, steps, changed, edits = []] = packed as unknown[];
  if (typeof name !== 'string' || name === '') throw new TypeError('it has no name.');
  if (typeof changed !== 'object' || changed === null) throw new TypeError('it has no settings.');
  if (!Array.isArray(edits)) throw new TypeError('its edits are no list.');
  const settings = { ...defaultValues(lab.table) };
  for (const [key, value] of Object.entries(changed)) {
    const checked = checkSetting(lab.table, key, value);
    if (!checked.ok) throw new TypeError(checked.problem.message);
    settings[key] = checked.value;
  }
  const whole = {
    mark: wholeUpTo('letter', mark, MOST_KEPT - 1),
    seed: wholeUpTo('seed', seed, Number.MAX_SAFE_INTEGER),
    steps: wholeUpTo('number of steps', steps, MOST_STEPS),
  };
  return {
    ...{ id: `link-${whole.mark}`, name: shortened(name, LONGEST_NAME), ...whole, settings },
    ...{ edits: edits.map((edit) => lab.parseEdit(edit)), ownData },
    ...{ isRepeated: true, result: null },
  };
}

function wholeUpTo(what: string, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most)
    return value;
  throw new TypeError(`its ${what} is not a whole number from 0 to ${most}.`);
}

const wayTo = ({ seed, steps, settings, edits }: KeptRun): string =>
  JSON.stringify([seed, steps, Object.entries(settings).toSorted(), edits]);

/** Runs of a link with what is known of them on this device. */
export const withKnown = (
  linked: readonly KeptRun[],
  known: readonly KeptRun[],
): readonly KeptRun[] =>
  linked.map((run) => {
    const same = known.find((one) => wayTo(one) === wayTo(run));
    return same ? { ...same, name: run.name, mark: run.mark } : run;
  });
