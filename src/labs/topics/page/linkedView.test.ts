import { expect, it } from 'vitest';
import { noStorage } from '../../../files/noStorage.ts';
import { createEntrance } from '../../../store/entrance.ts';
import { linkStateOf, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { entryIn, withEntry } from '../../../store/view.ts';
import { relevance } from './TopicsTable.tsx';

it('a link brings back the topic, the document and the relevance', async () => {
  const { controller, notices, close } = openLabInProcess();
  const entrance = createEntrance({ controller, storage: noStorage, shipped: async () => null });
  await entrance.enter('topics', 'documents=20&words=20&topics=3&steps=2');
  controller.select('row', 7);
  controller.select('cluster', 2);
  controller.setEntry(relevance, () => 0.3);
  const link = await linkStateOf(controller);
  expect(link).toContain('select=row.7,cluster.2');

  await entrance.enter('topics', '');
  expect(controller.run.getState().view).toMatchObject({ selected: {}, notes: {} });
  await entrance.enter('topics', link);
  const now = controller.run.getState();
  expect(now.view.selected).toEqual({ row: 7, cluster: 2 });
  expect(entryIn(now, relevance)).toBe(0.3);
  expect(await linkStateOf(controller)).toBe(link);
  expect(withEntry(now.view, relevance, 0.6).notes).toBe(now.view.notes);

  await entrance.enter('topics', 'select=node.1,row&notes=x');
  expect(controller.run.getState().view).toMatchObject({ selected: {}, notes: {} });
  expect(notices.at(-1)?.text).toMatch(/"select" of the link names "node"/);
  close();
});
