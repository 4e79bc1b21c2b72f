import { expect, it } from 'vitest';
import { trialInWords } from './trialInWords.ts';

it.each([
  'Merging cluster 3 into cluster 7',
  // A subject with a part between commas ends with the second of them.
  'Joining neighbours, cluster 3 with 5,',
])('says that the picture does not change, and which change is on trial: %s', (onTrial) => {
  expect(trialInWords(onTrial)).toMatch(
    /^The picture does not change while a copy of the model trains: [A-Z][^.]*\d is on trial\.$/,
  );
});

it('says nothing where nothing is on trial', () => {
  expect(trialInWords(null)).toBeNull();
});
