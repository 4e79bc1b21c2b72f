import type { Tour } from '../../shared/tour/tour.ts';

/** The pretrained model: nothing is trained while the tour waits. */
const TRAINED = 'seed=7&steps=2000';

export const tour: Tour = [
  {
    text: 'The data are five spiral arms. No Gaussian fits a curved arm, so a mixture of Gaussians alone cannot find them.',
    state: 'seed=7&view=-reconstructions',
    lit: 'observations',
  },
  {
    text: 'An encoder maps each point to a latent plane with fifteen Gaussian clusters, and a decoder maps it back. Before training, several clusters share every arm: each colour is one cluster.',
    state: 'seed=7',
    lit: 'reconstructions',
  },
  {
    text: 'After 2,000 training steps the reconstructions follow the arms, and every arm has one cluster. The model was not told that there are five.',
    state: TRAINED,
    lit: 'reconstructions',
  },
  {
    text: 'In latent space each arm is a plain ellipse: one Gaussian cluster. The weights of the other ten clusters have gone to zero.',
    state: TRAINED,
    lit: 'clusters',
  },
  {
    text: 'The network does the bending. A square grid of the latent plane, drawn through the decoder, shows how.',
    state: `${TRAINED}&view=grid`,
    lit: 'grid',
  },
  {
    text: 'You can change the model by hand. Here cluster 2 was moved in latent space, and its points moved with it. Drag another cluster.',
    state: `${TRAINED}&edits=!('kind':'moveCluster','cluster':1,'mean':!2,5;);`,
    lit: 'latents',
  },
  {
    text: 'Here cluster 5 was removed, and inference ran again: cluster 2 takes its points. Select another cluster and press Delete.',
    state: `${TRAINED}&edits=!('kind':'removeCluster','cluster':4);`,
    lit: 'assignments',
  },
  {
    text: 'The model also makes new data: draw a cluster by its weight, draw a latent from the cluster, decode it.',
    state: `${TRAINED}&view=samples,-reconstructions`,
    lit: 'weights',
  },
  {
    text: 'Networks and clusters are trained together, by raising one number: the ELBO, a lower bound on the log evidence of the data.',
    state: TRAINED,
    lit: 'elbo',
  },
  {
    text: 'A bad prior makes the model fail: all clusters start in one place, and one of them takes every point. Try the challenges next.',
    state: 'preset=overlapping-priors&steps=300',
    lit: 'weights',
  },
];
