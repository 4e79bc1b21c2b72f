import { expect, it } from 'vitest';
import { exampleTable } from '../src/settings/exampleTable.fixture.ts';
import { settingsHelp } from './settingsHelp.ts';

it('writes the table as lines of help', () => {
  expect(settingsHelp(exampleTable).join('\n')).toContain(
    [
      'Training:',
      '  learningRate=0.003',
      '      Step of the networks. Takes a number from 0.00001 to 1.',
      '  moves=true',
      '      Whether clusters merge and split. Takes true or false.',
      'Presets:',
      '  robust               Works.',
    ].join('\n'),
  );
});
