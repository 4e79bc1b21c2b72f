import { expect, it } from 'vitest';
import { registry } from '../../labs/registry.ts';
import { runActions } from '../../labs/shared/runs/runActions.ts';
import { openLabInProcess } from '../../store/labInProcess.fixture.ts';
import { CHALLENGE_KEYS, PRESENT_KEYS } from '../present/presentKeys.ts';
import { labActions } from './labActions.ts';

it.each(registry)('gives each key of $card.id one meaning', async (entry) => {
  const { controller, close } = openLabInProcess();
  const { parts } = await entry.page();
  const nothing = () => undefined;
  const page = { share: nothing, showKeys: nothing, showDiagram: nothing };
  const keys = [
    ...labActions(controller, page, true),
    ...runActions(controller, parts.exports),
    ...(parts.actions?.(controller) ?? []),
    ...[...PRESENT_KEYS, CHALLENGE_KEYS, { keys: ['T'] }, { keys: ['I'] }],
  ].flatMap((action) => action.keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  close();
});
