import { afterEach, expect, it, vi } from 'vitest';
import { encodeModelFile } from '../../../files/modelFile.ts';
import { defaultValues } from '../../../settings/values.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { emTable } from '../../em/settings.ts';
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

it('says which run, and what of it', () => {
  const run = { lab: 'svae-gmm', seed: 3, step: 1000 };
  expect(fileName(run, 'data-space', 'svg')).toBe('svae-gmm-seed-3-step-1000-data-space.svg');
  expect(fileName(run, '', 'json')).toBe('svae-gmm-seed-3-step-1000.json');
});
