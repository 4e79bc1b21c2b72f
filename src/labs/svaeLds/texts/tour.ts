import type { Tour } from '../../shared/tour/tour.ts';

/** The pretrained model: nothing is trained while the tour waits. */
const TRAINED = 'seed=3&steps=2000';

const NO_INPUT = "edits=!('kind':'setInputEnd','step':0);";

export const tour: Tour = [
  {
    text: 'A dot bounces up and down a line of twelve pixels, with noise. Time runs to the right: each column is one observation.',
    state: `${TRAINED}&v=1`,
    lit: 'observations',
  },
  {
    text: 'Up to the line the model sees the data. After it the model predicts without looking, and the dot goes on bouncing at the right time. Drag the line.',
    state: `${TRAINED}&v=1`,
    lit: 'prediction',
  },
  {
    text: 'Behind the pixels is a state of ten latents with linear dynamics. The latents are smooth waves, although the dot moves straight and turns abruptly.',
    state: `${TRAINED}&v=1`,
    lit: 'latents',
  },
  {
    text: 'Two latents drawn against each other: the state rotates. The arrows show where the transition matrix moves a state.',
    state: `${TRAINED}&view=portrait&v=1`,
    lit: 'latents',
  },
  {
    text: 'A rotation is a complex pair of eigenvalues. Its angle is the frequency, one turn in 26.7 steps; its radius is the damping, and near 1 nothing dies out.',
    state: `${TRAINED}&v=1`,
    lit: 'eigenvalues',
  },
  {
    text: 'Here the pair was turned to twice its angle, and the predicted dot bounces twice as fast: in 13.3 steps instead of 26.7. Nothing was trained again.',
    state: `${TRAINED}&edits=!('kind':'turnEigenvalue','pair':0,'angleFactor':2,'radiusFactor':1);&v=1`,
    lit: 'prediction',
  },
  {
    text: 'Here the pair was pulled inwards, to a radius of 0.95. After the line no data keep the motion going, and it dies out.',
    state: `${TRAINED}&edits=!('kind':'turnEigenvalue','pair':0,'angleFactor':1,'radiusFactor':0.95);&v=1`,
    lit: 'prediction',
  },
  {
    text: 'Without any input the model does not know where the dot is. The prediction is the mean of 50 samples, each with another phase, and so it is a blur.',
    state: `${TRAINED}&${NO_INPUT}&v=1`,
    lit: 'prediction',
  },
  {
    text: 'A single sample is a complete motion with the right period. Press the die for another one.',
    state: `${TRAINED}&view=sample&${NO_INPUT}&v=1`,
    lit: 'prediction',
  },
  {
    text: 'Now turn the eigenvalue yourself, on its dial or by arrow keys. Press I to look inside the filter and the smoother, then try the challenges.',
    state: `${TRAINED}&v=1`,
    lit: 'eigenvalues',
  },
];
