import type { ChallengeTexts } from '../../parts/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  unseen: 'Nothing seen',
  collapse: 'Collapse one dimension',
  separate: 'Where the classes separate',
  autoencoder: 'Without a prior',
};

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  unseen: {
    title: challengeTitles.unseen,
    task: 'Find a place in latent space that decodes to nothing seen: near the prior’s centre, and yet far from all data.',
    hint: 'Drag the probe between two classes. Latents without data belong to nobody, and the decoder blends its neighbours.',
  },
  collapse: {
    title: challengeTitles.collapse,
    task: 'Have one latent dimension collapse while the others stay in use.',
    hint: 'Give the model a dimension more than the data need: a latent dimension of 3 for points in the plane. Shapes lose dimensions one by one as β grows.',
  },
  separate: {
    title: challengeTitles.separate,
    task: 'Let all posteriors collapse, then lower β while it trains until the classes separate. Which β is it?',
    hint: 'Spiral arms collapse at a β of 2 within a few hundred steps. They do not come back at 1, for a collapsed model is in a trap of its own; somewhere below 0.7 they do.',
  },
  autoencoder: {
    title: challengeTitles.autoencoder,
    task: 'Train with a β of 0 and see where latents go. What do samples of the prior decode to now?',
    hint: 'Drag β all the way to the left, press Reset and Play, then switch the samples on.',
  },
};
