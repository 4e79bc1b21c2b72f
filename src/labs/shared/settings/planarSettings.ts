/**
 * Settings of points in the plane, for every lab that learns them. Names and ranges are those of
 * the SVAE-GMM, so that one link gives several models the same data.
 */
import { linear, whole, wholeLogarithmic } from '../../../settings/ranges.ts';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import { standardiseSetting } from './ownDataSettings.ts';

const generated = ['spirals', 'blobs', 'two-gaussians', 'moons', 'rings'] as const;

export const planarSettings = {
  dataset: {
    kind: 'choice',
    label: 'Data set',
    help: 'What the model learns. A Gaussian fits a blob; no Gaussian fits a spiral arm.',
    group: 'Data',
    basic: true,
    options: [
      { value: 'blobs', label: 'Blobs' },
      { value: 'spirals', label: 'Spiral arms' },
      { value: 'two-gaussians', label: 'Two Gaussians' },
      { value: 'moons', label: 'Two moons' },
      { value: 'rings', label: 'Rings' },
      { value: 'own', label: 'Own points', help: 'Draw them on the data plot or load a CSV file.' },
    ],
    default: 'blobs',
  },
  standardise: standardiseSetting('dataset'),
  blobs: {
    ...whole(1, 10),
    label: 'Blobs',
    help: 'Number of blobs, which are the clusters to find.',
    group: 'Data',
    basic: true,
    shownWhen: { setting: 'dataset', is: ['blobs'] },
    default: 5,
  },
  blobSpread: {
    ...linear(0.2, 8, 0.1),
    label: 'Spread of a blob',
    help: 'Standard deviation of a blob along its longer axis. Wide blobs overlap.',
    group: 'Data',
    shownWhen: { setting: 'dataset', is: ['blobs'] },
    default: 2,
  },
  arms: {
    ...whole(2, 10),
    label: 'Arms',
    help: 'Number of spiral arms.',
    group: 'Data',
    basic: true,
    shownWhen: { setting: 'dataset', is: ['spirals'] },
    default: 5,
  },
  pointsPerArm: {
    ...wholeLogarithmic(10, 2000, 10),
    label: 'Points per class',
    help: 'Observations in each arm, blob or ring.',
    group: 'Data',
    shownWhen: { setting: 'dataset', is: generated },
    default: 100,
  },
  spreadAlong: {
    ...linear(0.05, 0.6, 0.01),
    label: 'Spread along',
    help: 'Standard deviation along an arm, as a fraction of its radius. Long arms meet at the centre.',
    group: 'Data',
    shownWhen: { setting: 'dataset', is: ['spirals'] },
    default: 0.3,
  },
  spreadAcross: {
    ...linear(0.01, 0.3, 0.01),
    label: 'Spread across',
    help: 'Standard deviation across an arm. Wide arms overlap.',
    group: 'Data',
    shownWhen: { setting: 'dataset', is: ['spirals', 'moons', 'rings'] },
    default: 0.05,
  },
  winding: {
    ...linear(-0.6, 0.6, 0.01),
    label: 'Winding',
    help: 'How strongly arms bend: the angle grows with the exponential of the radius.',
    group: 'Data',
    shownWhen: { setting: 'dataset', is: ['spirals'] },
    default: 0.25,
  },
} as const satisfies SettingsShape;
