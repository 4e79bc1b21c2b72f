import type { Tour } from '../../shared/tour/tour.ts';

const FITTED = 'seed=0&steps=40';

export const tour: Tour = [
  {
    text: 'We want to predict y from x, and no single line follows this zigzag. So there are three experts, each with a line. Each line starts from the points around one place.',
    state: 'seed=0&v=1',
    lit: 'experts',
  },
  {
    text: 'E-step: each point takes the colour of the expert that explains it best. Where two explain it, the colour lies between theirs.',
    state: 'seed=0&steps=1&v=1',
    lit: 'responsibilities',
  },
  {
    text: 'M-step: each line is fitted to its points, by weighted least squares. The gate begins to learn which expert is good at which x. Press E-step and M-step to go on.',
    state: 'seed=0&steps=2&v=1',
    lit: 'gate',
  },
  {
    text: 'After twenty iterations each expert has one piece of the zigzag. The gate gives each of them nearly all of the weight on its piece.',
    state: `${FITTED}&v=1`,
    lit: 'gate',
  },
  {
    text: 'The dashed line is the prediction: the lines of the experts, weighted by the gate. The band around it is one standard deviation.',
    state: `${FITTED}&v=1`,
    lit: 'prediction',
  },
  {
    text: 'The M-step of the gate has no closed form. A single Newton step uphill is enough: the ELBO rises, and the log-likelihood never falls.',
    state: 'gateSteps=1&steps=60&v=1',
    lit: 'freeEnergy',
  },
  {
    text: 'Two crossing lines: at every x, y has two likely values. The gate cannot tell which, so its weights stay near one half, and the experts learn all there is.',
    state: 'preset=crossing&steps=100&v=1',
    lit: 'gate',
  },
  {
    text: 'The prediction lies between the two lines, where there are few points. The mean of y alone can mislead; the experts and their weights describe what y can be.',
    state: 'preset=crossing&steps=100&v=1',
    lit: 'prediction',
  },
  {
    text: 'Six experts follow a wave, one short line after another. Change the number of experts and press Play, then try the challenges.',
    state: 'preset=wave&steps=200&v=1',
    lit: 'experts',
  },
];
