/** A bound of minus infinity is said as such wherever it is kept or shown. */
import { afterEach, expect, it } from 'vitest';
import { decodeModelFile, encodeModelFile } from '../../files/modelFile.ts';
import { defaultValues } from '../../settings/values.ts';
import { fromSeed } from '../../store/document.ts';
import { fromFile } from '../../store/documentSources.ts';
import { openLabInProcess } from '../../store/labInProcess.fixture.ts';
import { headlineOf, shownOf } from '../lab.ts';
import { meanField } from './lab.ts';
import { exports } from './page/exports.ts';
import { meanFieldTable } from './settings.ts';

const lab = openLabInProcess();
afterEach(() => lab.close());

it('in the frame, for scripts, in exports, and in a file that is opened again', async () => {
  const { controller } = lab;
  const settings = { ...defaultValues(meanFieldTable), target: 'sprinkler' };
  await controller.begin({
    ...{ lab: 'mean-field', settings, seed: 0, edits: [], ownData: null, origin: fromSeed() },
  });
  const frame = await controller.currentFrame();
  expect(frame.objective).toMatchObject({ total: -Infinity, energy: -Infinity });
  expect(headlineOf(meanField, settings, frame)).toEqual({ name: 'ELBO', value: -Infinity });
  const snapshot = shownOf(meanField, frame);
  const run = controller.run.getState();
  if (!run.dataset) throw new Error('There are no data.');
  const plain = await meanField.plainSnapshot(snapshot, run.dataset);
  expect(plain).toMatchObject({ elbo: '-infinite', course: { elbo: ['-infinite'] } });
  expect(exports.tables[0].csv(snapshot, run.dataset, run)).toContain(
    '0,,-Infinity,-0.435254436918917',
  );
  const decoded = decodeModelFile(encodeModelFile(await controller.modelFile()), meanField);
  if (!decoded.ok) throw new Error(decoded.problem.message);
  expect(await controller.openDocument(fromFile(decoded.file, [], false).document)).toBe(true);
});
