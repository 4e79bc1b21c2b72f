/** What the methods of `window.svaeLab` do. */
import type { ScriptRows } from '../datasets/csv/scriptedData.ts';
import type { ScriptTexts } from '../datasets/texts/scriptedTexts.ts';
import type { OwnData } from '../labs/engine.ts';
import { objectiveOf } from '../labs/lab.ts';
import { entryNamed, labNamed } from '../labs/registry.ts';
import { ownDataPlace } from '../labs/shared/settings/ownDataSettings.ts';
import type { BackendName } from '../networks/backend.ts';
import { validateSettings } from '../settings/validate.ts';
import { inBrief, inWords } from '../settings/words.ts';
import type { LabController } from '../store/controller.ts';
import { fromSeed } from '../store/document.ts';
import { labRunner, NOTHING_OPEN } from './labRunner.ts';
import { linkAt } from './linkAt.ts';
import { navigate } from './router.ts';
import type { OpenOptions, SvaeLab } from './scriptingHandle.ts';
import { speedOptions } from './topBar/speeds.ts';

const BACKENDS: readonly string[] = ['auto', 'webgl', 'wasm', 'cpu'] satisfies (
  | BackendName
  | 'auto'
)[];

export const scriptedLab: SvaeLab = {
  version: 1,

  async open(lab, options = {}) {
    const { table } = await entryNamed(lab).lab();
    const { ownData, settings } = await readOwnData(lab, options);
    const { values, problems } = validateSettings(table, settings);
    if (problems.length > 0) throw new Error(inBrief(problems.map(({ message }) => message)));
    const { seed: asked = null, backend = 'auto' } = options;
    if (asked !== null && !(Number.isSafeInteger(asked) && asked >= 0)) {
      throw new RangeError(`The seed is ${inWords(asked)}; expected a whole number from 0.`);
    }
    if (!BACKENDS.includes(backend)) {
      throw new RangeError(
        `There is no backend ${inWords(backend)}. Backends: ${BACKENDS.join(', ')}.`,
      );
    }
    const { controller, enter } = labRunner();
    controller.backends.prefer(backend);
    navigate({ path: `/${lab}`, linkState: '' });
    await enter(lab, '');
    const seed = asked ?? controller.document.getState().seed;
    const document = { lab, settings: values, seed, edits: [], ownData, origin: fromSeed() };
    await controller.openDocument(document);
    const { failure } = controller.run.getState();
    if (failure !== null) throw new Error(failure);
  },

  async train(steps, options = {}) {
    if (!Number.isInteger(steps) || steps < 0) {
      throw new RangeError(
        `The number of steps is ${inWords(steps)}; expected a whole number from 0.`,
      );
    }
    await openLab().train(steps, { continues: options.continue === true });
  },

  async play(speed = 'full', options = {}) {
    const controller = openLab();
    const speeds = speedOptions(labNamed(controller.document.getState().lab));
    if (!speeds.some(({ value }) => value === String(speed))) {
      const known = speeds.map(({ value }) => value).join(', ');
      throw new RangeError(`The speed is ${inWords(speed)}; expected one of ${known}.`);
    }
    controller.setSpeed(speed);
    await controller.play({ continues: options.continue === true });
  },
  pause: () => labRunner().controller.pause(),
  async edit(edit) {
    const controller = openLab();
    const lab = labNamed(controller.document.getState().lab);
    const { dataset } = controller.run.getState();
    const own = lab.editFromOwn && dataset ? lab.editFromOwn(edit, dataset.units) : edit;
    await controller.editing.put(lab.withEdit(controller.editing.committed, lab.parseEdit(own)));
  },
  clearEdits: () => labRunner().controller.editing.put([]),
  undo: () => labRunner().controller.undo(),
  redo: () => labRunner().controller.redo(),

  async snapshot() {
    const controller = openLab();
    const frame = await controller.currentFrame();
    const { dataset } = controller.run.getState();
    if (!dataset) throw new Error(NONE_OPEN);
    const { lab } = controller.document.getState();
    const { step, objective: elbo, learnedObjective: learnedElbo, backend, stepsPerSecond } = frame;
    const manifest = labNamed(lab);
    const plain = await manifest.plainSnapshot(frame.snapshot, dataset);
    const bounds = objectiveOf(manifest).name === 'ELBO' ? { elbo, learnedElbo } : {};
    return { step, ...bounds, ...plain, backend, stepsPerSecond };
  },

  async settings() {
    return labRunner().controller.effective().settings;
  },

  async link() {
    const { step } = await openLab().currentFrame();
    return linkAt(step).href;
  },

  memory: () => labRunner().controller.memory(),
  provoke: (fault) => labRunner().controller.provoke(fault),
};

const NONE_OPEN = 'No lab is open yet.';

/** @throws {Error} where none is */
function openLab(): LabController {
  const { controller } = labRunner();
  if (controller.document.getState().lab === NOTHING_OPEN) throw new Error(NONE_OPEN);
  return controller;
}

/** Own data, if any, and the settings with them. The reader is fetched with the first data. */
async function readOwnData(
  lab: string,
  { data, table = {}, seed = 0, settings = {} }: OpenOptions,
): Promise<{
  readonly ownData: OwnData | null;
  readonly settings: Readonly<Record<string, unknown>>;
}> {
  if (data === undefined) return { ownData: null, settings };
  const place = ownDataPlace(labNamed(lab).table);
  if (!place) throw new Error(`The lab "${lab}" takes no data of your own.`);
  const [{ readScriptedTable, readScriptRows }, { createRandom }, { withOwnData }] =
    await Promise.all([
      import('../datasets/csv/scriptedData.ts'),
      import('../math/random.ts'),
      import('../labs/shared/settings/scalingSettings.ts'),
    ]);
  const name = 'Data of a script';
  const { form } = place;
  if (form === 'texts') {
    const { readScriptedTexts, readScriptTexts } = await import(
      '../datasets/texts/scriptedTexts.ts'
    );
    const ownData =
      typeof data === 'string'
        ? (await readScriptedTexts(data, table, name)).data
        : readScriptTexts(data as ScriptTexts, name);
    return { ownData, settings: withOwnData(settings, ownData, place) };
  }
  const context = { name, form, random: createRandom(seed) };
  const ownData =
    typeof data === 'string'
      ? (await readScriptedTable(data, table, context)).data
      : readScriptRows(data as ScriptRows, name, form);
  return { ownData, settings: withOwnData(settings, ownData, place) };
}
