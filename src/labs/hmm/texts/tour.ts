import type { Tour } from '../../shared/tour/tour.ts';

const FITTED = 'seed=0&steps=40';

export const tour: Tour = [
  {
    text: 'A series of values in the order of time. Behind each value is a hidden state: it stays the same for a while, then changes. The lines are first guesses of the means of three states.',
    state: 'seed=0&v=1',
    lit: 'observations',
  },
  {
    text: 'E-step: forward-backward computes how likely each state is at each step. It uses the values before and after, not one value alone.',
    state: 'seed=0&steps=1&v=1',
    lit: 'responsibilities',
  },
  {
    text: 'M-step: means and widths become weighted averages, and the transitions are counted: how often does each state follow each other? Press E-step and M-step to go on.',
    state: 'seed=0&steps=2&v=1',
    lit: 'transition',
  },
  {
    text: 'After twenty iterations nothing moves any more. The states have found their levels, and each of them stays with a probability of 89 % or more.',
    state: `${FITTED}&v=1`,
    lit: 'transition',
  },
  {
    text: 'Here the mean of state 2 was dragged upwards. The probabilities of the states stay as they were, so a gap opens between the ELBO and the log-likelihood. Press E-step to close it.',
    state: `${FITTED}&edits=!('kind':'moveState','state':1,'mean':0.65);&v=1`,
    lit: 'gap',
  },
  {
    text: 'More noise: a single value says little about its state. Its neighbours say the rest, and most steps have one clear state.',
    state: 'preset=noisy&steps=100&v=1',
    lit: 'responsibilities',
  },
  {
    text: 'The stairs have four states in a fixed order. The model was not told the order: it found that the arrows form a ring.',
    state: 'preset=stairs&steps=60&v=1',
    lit: 'transition',
  },
  {
    text: 'Here both states have almost the same mean. Only the width tells them apart: one is quiet, the other is loud.',
    state: 'preset=bursts&steps=60&v=1',
    lit: 'means',
  },
  {
    text: 'Select a value and look inside forward-backward: it shows what the past and the future say about this step. Then try the challenges.',
    state: `${FITTED}&v=1`,
    lit: 'observations',
  },
];
