import type { Tour } from '../../shared/tour/tour.ts';

/** The pretrained models: nothing is trained while the tour waits. */
const TRAINED = 'seed=7&steps=2000';

export const tour: Tour = [
  {
    text: 'Points in five spiral arms. Three models were trained on them, without the colours. Point at an observation: it is marked in all four panels.',
    state: TRAINED,
    lit: 'observations',
  },
  {
    text: 'The GMM puts fifteen Gaussians on the data. A Gaussian cannot bend, so each arm takes several: the GMM finds pieces.',
    state: TRAINED,
    lit: 'gmm',
  },
  {
    text: 'The VAE has one Gaussian and a decoder that bends it until it covers all arms. It finds the shape, but it has no clusters: all points have one colour.',
    state: TRAINED,
    lit: 'vae',
  },
  {
    text: 'The SVAE has a mixture and a decoder. Five of its clusters are left, and each is bent into one arm: it finds shape and clusters.',
    state: TRAINED,
    lit: 'svae',
  },
  {
    text: 'Before the decoder bends them: the latents of the VAE lie under one Gaussian, those of the SVAE under five.',
    state: `${TRAINED}&view=latent`,
    lit: 'latents',
  },
  {
    text: 'New points drawn from each model. One Gaussian has no gaps, so samples of the VAE fall between the arms; those of the SVAE hardly do.',
    state: `${TRAINED}&view=samples,-points`,
    lit: 'samples',
  },
  {
    text: 'All three are measured on points they have not seen. The Rand index says how well the clusters are the arms: 0.99 for the SVAE, 0.55 for the GMM.',
    state: TRAINED,
    lit: 'figures',
  },
  {
    text: 'Each model has its own ELBO, a lower bound on the log-likelihood. Bounds of different models have different gaps, so compare the held-out figures, not the curves.',
    state: TRAINED,
    lit: 'bounds',
  },
  {
    text: 'Two Gaussians are easy data: nothing is bent, and the simplest model is enough. Find out in the challenges where else the GMM wins.',
    state: 'preset=two-gaussians&steps=200',
    lit: 'gmm',
  },
];
