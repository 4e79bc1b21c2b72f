import { expect, it, vi } from 'vitest';
import { answerTo } from './hostMessages.ts';

function surroundings() {
  const subscribe = vi.fn();
  const setTheme = vi.fn();
  const methods = {
    add: async (a: number, b: number) => a + b,
    fail: async () => {
      throw new Error('No lab is open yet.');
    },
    nothing: async () => undefined,
  };
  return { methods, opened: Promise.resolve(), subscribe, setTheme };
}

it('a method is called with its arguments, and the answer has the number of the request', async () => {
  const answer = (data: unknown) => answerTo(data, surroundings());
  expect(await answer({ svaeLab: 1, id: 7, method: 'add', arguments: [2, 3] })).toEqual({
    svaeLab: 1,
    id: 7,
    result: 5,
  });
  expect(await answer({ svaeLab: 1, id: 'a', method: 'nothing' })).toEqual({
    svaeLab: 1,
    id: 'a',
    result: null,
  });
  expect(await answer({ svaeLab: 1, id: 8, method: 'fail' })).toEqual({
    svaeLab: 1,
    id: 8,
    error: 'No lab is open yet.',
  });
});

it('a call waits until the lab is open; a theme does not', async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const requests = { ...surroundings(), opened };
  const call = answerTo({ svaeLab: 1, id: 1, method: 'add', arguments: [1, 1] }, requests);
  await answerTo({ svaeLab: 1, id: 2, theme: 'dark' }, requests);
  expect(requests.setTheme).toHaveBeenCalledWith('dark');
  open();
  expect(await call).toMatchObject({ result: 2 });
});

it('events are subscribed to by their names', async () => {
  const requests = surroundings();
  await answerTo({ svaeLab: 1, id: 1, subscribe: ['step'] }, requests);
  expect(requests.subscribe).toHaveBeenCalledWith(['step']);
});

it.each([
  [{ svaeLab: 2, id: 1 }, '"svaeLab" is 2; expected 1.'],
  [{ svaeLab: 1 }, '"id" is nothing; expected a number or a text.'],
  [{ svaeLab: 1, id: {} }, '"id" is an object; expected a number or a text.'],
  [{ svaeLab: 1, id: 1 }, /has a "method", a "theme" or "subscribe"/],
  [{ svaeLab: 1, id: 1, method: 'ad' }, 'There is no method "ad". Did you mean "add"?'],
  [{ svaeLab: 1, id: 1, method: 'toString' }, /There is no method "toString"/],
  [{ svaeLab: 1, id: 1, method: 'constructor' }, /There is no method "constructor"/],
  [{ svaeLab: 1, id: 1, method: 'add', arguments: 3 }, '"arguments" is 3; expected a list.'],
  [{ svaeLab: 1, id: 1, subscribe: 'step' }, '"subscribe" is "step"; expected a list of events.'],
  [{ svaeLab: 1, id: 1, subscribe: ['stepp'] }, 'There is no event "stepp". Did you mean "step"?'],
])('%j is answered in a sentence', async (message, sentence) => {
  expect(await answerTo(message, surroundings())).toMatchObject({
    svaeLab: 1,
    error: expect.stringMatching(sentence),
  });
});

it.each([null, 'svaeLab', 1, {}, { type: 'webpackOk' }])('%j is for others', async (message) => {
  expect(await answerTo(message, surroundings())).toBeNull();
});
