import type { Tour } from '../../shared/tour/tour.ts';

export const tour: Tour = [
  {
    text: 'We want to raise E f, the mean of f under q, by moving q. That needs the gradient of an expectation, and all we have is draws of q: the dots.',
    state: 'v=1',
    lit: 'f',
  },
  {
    text: 'Each arrow is what one draw says about the gradient. The score function only uses the height of f; about half of its arrows point the wrong way. Reparameterisation uses the slope.',
    state: 'v=1',
    lit: 'pathwise',
  },
  {
    text: 'All histograms have the same mean, the gradient. They differ in their spread. With the leave-one-out baseline the spread falls and the mean stays.',
    state: 'v=1',
    lit: 'gradient',
  },
  {
    text: 'More draws lower every line in the same way, by 1/n. The lines are exact, the marks are measured. Press Step for new draws: the marks move, the lines do not.',
    state: 'v=1',
    lit: 'variance',
  },
  {
    text: 'Here f is a sum over 20 coordinates. Reparameterisation stays as it was. The score function drowns in the noise of the other coordinates.',
    state: 'preset=dimensions&v=1',
    lit: 'variance',
  },
  {
    text: 'Reparameterisation is not always better. A fast cosine is steep everywhere, and its slopes cancel only on average.',
    state: 'preset=waves&v=1',
    lit: 'pathwise',
  },
  {
    text: 'The slope of a step is 0 at every draw. Reparameterisation is biased here, and no number of draws helps: the dotted line is the square of its bias.',
    state: 'preset=step&v=1',
    lit: 'variance',
  },
  {
    text: 'A coin has no path from θ to z. Straight-through pretends that there is one. Its mean is wrong, here even in its sign; the score function is right.',
    state: 'preset=coin&v=1',
    lit: 'straight',
  },
  {
    text: 'A race up the same hill from the same start, with the same draws. Less variance makes a straighter path. Press Play to let it go on; the challenges go on from here.',
    state: 'preset=race&steps=60&v=1',
    lit: 'race',
  },
];
