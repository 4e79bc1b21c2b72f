import { afterEach, expect, it, vi } from 'vitest';
import { encodeModelFile } from '../../../files/modelFile.ts';
import { npz } from '../../../files/npz.ts';
import { pythonArrays } from '../../../files/pythonFile.ts';
import { defaultValues } from '../../../settings/values.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { emTable } from '../../em/settings.ts';
import { svaeGmm } from '../../svaeGmm/lab.ts';
import { fileName, importModel } from './exports.ts';

vi.mock('../../../ui/LiveRegion.tsx', () => ({ announce: vi.fn() }));

const open: LabInProcess[] = [];
afterEach(() => {
  vi.mocked(announce).mockClear();
  for (const lab of open.splice(0)) lab.close();
});

const documentOf = (seed: number) => ({
  ...{ lab: 'em', settings: defaultValues(emTable('em')), seed },
  ...{ edits: [], ownData: null, origin: fromSeed() },
});

async function started(): Promise<LabInProcess> {
  const lab = openLabInProcess();
  open.push(lab);
  await lab.controller.begin(documentOf(1));
  return lab;
}

/** A file whose text comes when it is given. */
function fileOf(text: Promise<string>): File {
  return { name: 'model.json', text: () => text } as File;
}

it('opens a model and says so', async () => {
  const { controller } = await started();
  await controller.train(2);
  const text = encodeModelFile(await controller.modelFile());
  await controller.changeSeed(7);
  await importModel(controller, fileOf(Promise.resolve(text)));
  expect(controller.document.getState().seed).toBe(1);
  expect(announce).toHaveBeenCalledWith('The model of model.json is open.');
});

it('says that a file cannot be read', async () => {
  const { controller, notices } = await started();
  await importModel(controller, fileOf(Promise.reject(new Error('It has been moved.'))));
  expect(notices.map(({ text }) => text)).toEqual([
    'model.json was not opened, and nothing has changed. The file cannot be read.',
  ]);
});

it('opens no model, and says none is open, where another document has been opened meanwhile', async () => {
  const { controller } = await started();
  const text = encodeModelFile(await controller.modelFile());
  const importing = importModel(controller, fileOf(Promise.resolve(text)));
  await Promise.resolve();
  await Promise.resolve();
  await controller.begin(documentOf(9));
  await importing;
  expect(controller.document.getState().seed).toBe(9);
  expect(announce).not.toHaveBeenCalled();
});

/** The clusters on the page, and a file of them with other numbers under some names. */
async function withClusters() {
  const lab = openLabInProcess();
  open.push(lab);
  const { controller } = lab;
  const settings = {
    ...defaultValues(svaeGmm.table),
    ...{ clusters: 3, points: 60, hiddenUnits: 5, batch: 30 },
  };
  await controller.begin({ ...documentOf(4), lab: 'svae-gmm', settings });
  await controller.train(3);
  const edit = { kind: 'moveCluster', cluster: 1, mean: [4, -1] };
  controller.document.setState({ edits: [svaeGmm.parseEdit(edit)] });
  await controller.whenOpen();
  const file = await controller.modelFile();
  const { arrays, checkpoint } = await controller.ask((api) => api.arrays());
  expect(checkpoint).toEqual(file.checkpoint);
  const shown = async () => (await controller.currentFrame()).snapshot;
  const before = await shown();
  await controller.reset();
  const opens = async (change: Record<string, number[]>) => {
    const changed = Object.entries(change).map(([name, data]) => [
      name,
      { data: Float64Array.from(data), shape: arrays[name].shape },
    ]);
    const all = { ...pythonArrays(file, arrays), ...Object.fromEntries(changed) };
    await importModel(controller, new File([npz(all)], 'mine.npz'));
  };
  const means = Array.from(arrays.means.data, Number);
  return { ...lab, edit, before, shown, opens, means };
}

it('opens arrays from Python: unchanged, the same picture with its edits', async () => {
  const { controller, edit, before, shown, opens } = await withClusters();
  await opens({});
  expect(controller.document.getState()).toMatchObject({ seed: 4, edits: [edit] });
  expect(await shown()).toEqual(before);
});

it('shows parameters that were changed in Python, with edits built in, and says which', async () => {
  const { controller, notices, shown, opens, means } = await withClusters();
  expect(means.slice(2, 4)).toEqual([4, -1].map((value) => expect.closeTo(value, 12)));
  await opens({ means: [-3, 2, ...means.slice(2)] });
  expect(controller.document.getState().edits).toEqual([]);
  const { clusters } = (await shown()) as unknown as { clusters: { mean: number[] }[] };
  expect(clusters[0].mean).toEqual([-3, 2].map((value) => expect.closeTo(value, 12)));
  expect(clusters[1].mean).toEqual([4, -1].map((value) => expect.closeTo(value, 12)));
  expect(notices.at(-1)?.text).toBe(
    'The model has other parameters than the one that was saved. Read from mine.npz: means.',
  );
  await controller.undo();
  expect((await controller.currentFrame()).step).toBe(0);
});

it('refuses parameters that no model can have, and changes nothing', async () => {
  const { controller, notices, opens, means } = await withClusters();
  const { origin } = controller.document.getState();
  const covariances = [1, 2, 2, 1, 1, 0, 0, 1, 1, 0, 0, 1];
  await opens({ covariances });
  expect(notices.at(-1)?.text).toBe(
    'mine.npz was not opened, and nothing has changed. Matrix 0 of the array "covariances" is not positive definite.',
  );
  await opens({ means: [Number.POSITIVE_INFINITY, ...means.slice(1)] });
  expect(notices.at(-1)?.text).toMatch(/The array "means" holds Infinity at \[0, 0\]\.$/);
  await opens({ weights: [0.5, 0.5, 0.5] });
  expect(notices.at(-1)?.text).toMatch(/The array "weights" sums to 1\.5; expected 1\.$/);
  expect(controller.document.getState().origin).toBe(origin);
});

it('says which run, and what of it', () => {
  const run = { lab: 'svae-gmm', seed: 3, step: 1000 };
  expect(fileName(run, 'data-space', 'svg')).toBe('svae-gmm-seed-3-step-1000-data-space.svg');
  expect(fileName(run, '', 'json')).toBe('svae-gmm-seed-3-step-1000.json');
});
