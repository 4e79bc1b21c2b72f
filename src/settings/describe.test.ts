import { expect, it } from 'vitest';
import { settingsHelp, settingsMarkdown } from './describe.ts';
import { exampleTable } from './exampleTable.fixture.ts';

it('writes the table as Markdown', () => {
  const markdown = settingsMarkdown(exampleTable);
  expect(markdown).toContain('### Data');
  expect(markdown).not.toContain('### Model');
  expect(markdown).toContain(
    '| `arms` | Number of arms. | a whole number from 2 to 10 | `5` | on restart |',
  );
  expect(markdown).toContain('Width of an arm \\| in parts of its radius.');
  expect(markdown).toContain(
    '| `moves` | Whether clusters merge and split. | true or false | `true` | at once |',
  );
  expect(markdown).toContain('| `robust` | Works. | all defaults |');
  expect(markdown).toContain('| `thesis` | As printed. | `arms=7`, `moves=false` |');
});

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
