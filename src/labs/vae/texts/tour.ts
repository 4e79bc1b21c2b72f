import type { Tour } from '../../shared/tour/tour.ts';

/** The pretrained model: nothing is trained while the tour waits. */
const TRAINED = 'seed=3&steps=2000';

export const tour: Tour = [
  {
    text: 'This VAE was trained on points in five spiral arms. An encoder maps each point to a latent plane, a decoder maps it back, and the marks show where it arrives.',
    state: `${TRAINED}&v=1`,
    lit: 'reconstructions',
  },
  {
    text: 'For each observation the encoder computes a normal distribution in latent space, q: one ellipse each. The prior, the two dashed circles, is the same for all of them.',
    state: `${TRAINED}&v=1`,
    lit: 'posteriors',
  },
  {
    text: 'The decoder does the bending. It turns a square grid of the latent plane into this net.',
    state: `${TRAINED}&view=grid&v=1`,
    lit: 'decoder',
  },
  {
    text: 'The cross, the probe, can be put anywhere. Here it lies between two arms, where no observation has its latent, and it decodes to a place without data. Drag it.',
    state: `${TRAINED}&edits=!('kind':'placeProbe','latent':!0,1.5;);&v=1`,
    lit: 'latents',
  },
  {
    text: 'New data: draw a latent from the prior and decode it. The prior has no gaps between the arms, so some samples fall between them.',
    state: `${TRAINED}&view=samples,-reconstructions,-observations,-posteriors&v=1`,
    lit: 'samples',
  },
  {
    text: 'Two forces are in balance. Reconstruction is best with narrow posteriors far apart; the KL pulls them to the prior and costs 3.3 nats per observation. The dial β weighs the KL.',
    state: `${TRAINED}&v=1`,
    lit: 'beta',
  },
  {
    text: 'At β = 5 the KL outweighs the reconstruction. Every posterior has become the prior, and all observations decode to the same place: posterior collapse.',
    state: 'preset=collapse&steps=150&v=1',
    lit: 'latents',
  },
  {
    text: 'At β = 0 nothing pulls the latents to the prior. The posteriors have shrunk to points, and the arms reach beyond the dashed circles: this is an autoencoder.',
    state: 'preset=autoencoder&steps=200&v=1',
    lit: 'posteriors',
  },
  {
    text: 'The same with pictures of 144 pixels. Drag the cross from shape to shape: the decoder blends one into the other.',
    state: 'preset=shapes&steps=1500&v=1',
    lit: 'latents',
  },
  {
    text: 'Training draws a latent from each ellipse. How does a gradient pass a random draw? Press I to step through the reparameterisation trick, then try the challenges.',
    state: `${TRAINED}&v=1`,
    lit: 'posteriors',
  },
];
