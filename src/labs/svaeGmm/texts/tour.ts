import type { Tour } from '../../shared/tour/tour.ts';

/** The pretrained model: nothing is trained while the tour waits. */
const TRAINED = 'seed=2&steps=2000';

export const tour: Tour = [
  {
    text: 'The data are five spiral arms. No Gaussian fits a curved arm, so a mixture of Gaussians alone cannot find them.',
    state: 'seed=2&view=-reconstructions&v=1',
    lit: 'observations',
  },
  {
    text: 'A network maps each point to a latent plane, fifteen Gaussian clusters share the plane, and a second network maps back. Before training, the reconstructions (in colour) miss the data.',
    state: 'seed=2&view=links&v=1',
    lit: 'reconstructions',
  },
  {
    text: 'After 2,000 training steps every arm has one cluster, and the reconstructions lie on the data. Nobody told the model that there are five arms.',
    state: `${TRAINED}&v=1`,
    lit: 'reconstructions',
  },
  {
    text: 'In latent space each arm is a plain ellipse: one Gaussian cluster. The weights of the other ten clusters have gone to zero.',
    state: `${TRAINED}&v=1`,
    lit: 'clusters',
  },
  {
    text: 'The network does the bending. A square grid of the latent plane, drawn through the decoder, shows how.',
    state: `${TRAINED}&view=grid&v=1`,
    lit: 'grid',
  },
  {
    text: 'The model can be changed by hand. Here one cluster was moved in latent space, and its arm in data space moved with it. Drag another cluster.',
    state: `${TRAINED}&edits=!('kind':'moveCluster','cluster':1,'mean':!2,5;);&v=1`,
    lit: 'latents',
  },
  {
    text: 'Here one cluster was removed. Inference runs again: the other clusters now share its points. Press Delete on a selected cluster to try another one.',
    state: `${TRAINED}&edits=!('kind':'removeCluster','cluster':4);&v=1`,
    lit: 'assignments',
  },
  {
    text: 'The model also makes new data: draw a cluster by its weight, draw a latent from the cluster, decode it.',
    state: `${TRAINED}&view=samples,-reconstructions&v=1`,
    lit: 'weights',
  },
  {
    text: 'Networks and clusters are trained together, by raising one number: the ELBO, a lower bound on the log evidence of the data.',
    state: `${TRAINED}&v=1`,
    lit: 'elbo',
  },
  {
    text: 'A bad prior makes it fail: with all clusters started in one place, one of them takes every point. Undo brings your own work back; the challenges go on from here.',
    state: 'preset=overlapping-priors&steps=300&v=1',
    lit: 'weights',
  },
];
