/** Three histories with the same bars, and the check that tells them apart. */
import { expect, it } from 'vitest';
import type { History } from '../../../datasets/histories.ts';
import { verdicts } from '../page/ancestry/verdicts.ts';
import { opened } from './opened.fixture.ts';

const SITES = ['North', 'Middle', 'South'];

function checked(preset: string, seed: number) {
  const engine = opened(preset, { restarts: 2 }, seed);
  for (let step = 0; step < 60; step++) engine.train();
  const { shares } = engine.snapshot();
  const answer = engine.inspect({ kind: 'sharing' });
  if (answer.kind !== 'sharing' || shares === null) throw new Error('Nothing is compared.');
  // Of the cluster that North has, in the order of the sites; 40 individuals each.
  const first = shares[0] > 0.5 ? 0 : 1;
  const means = SITES.map((_, site) => {
    let sum = 0;
    for (let d = 40 * site; d < 40 * (site + 1); d++) sum += shares[2 * d + first] / 40;
    return sum;
  });
  return { means, answer, ...verdicts(answer, SITES) };
}

const PRESETS: Readonly<Record<History, string>> = {
  admixture: 'recent-admixture',
  ghost: 'ghost',
  bottleneck: 'bottleneck',
};

it.each(Object.values(PRESETS))('draws Middle half way in %s', (preset) => {
  const { means } = checked(preset, 1);
  expect(means[0]).toBeGreaterThan(0.85);
  expect(means[1]).toBeGreaterThan(0.35);
  expect(means[1]).toBeLessThan(0.65);
  expect(means[2]).toBeLessThan(0.15);
});

it('explains recent admixture, and shows the mixing', () => {
  const { fit, mixture, answer } = checked(PRESETS.admixture, 0);
  expect(fit).toMatch(/^The bars explain the sharing/);
  expect(mixture).toMatch(/^f₃\(Middle; North, South\) = −0\.00\d\d ± 0\.00\d\d is below 0/);
  for (const value of answer.excess) expect(Math.abs(value)).toBeLessThan(0.003);
});

it('finds alleles of a ghost that the bars do not explain, and the mixing', () => {
  const { fit, mixture } = checked(PRESETS.ghost, 0);
  expect(fit).toMatch(/^The bars do not explain Middle: .* \(\+0\.02/);
  expect(mixture).toMatch(/^f₃\(Middle; North, South\) = −/);
});

it('finds that Middle was never mixed where North went through a bottleneck', () => {
  const { fit, mixture } = checked(PRESETS.bottleneck, 0);
  expect(fit).toMatch(/^The bars do not explain Middle: .* \(\+0\.0[56]/);
  expect(mixture).toMatch(/^No f₃ is below 0/);
});
