import type { ChallengeTexts } from '../../shared/challenges/findings.ts';
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
    task: 'Find a latent near the centre of the prior that decodes to something far from all data.',
    hint: 'Drag the probe between two classes. No observation has its latent there, so the decoder blends the two neighbours.',
  },
  collapse: {
    title: challengeTitles.collapse,
    task: 'Make one latent dimension collapse while the others stay in use.',
    hint: 'Give the model one dimension more than the data need: set the latent dimension to 3 for points in the plane and press Play.',
  },
  separate: {
    title: challengeTitles.separate,
    task: 'Let all posteriors collapse, then lower β while the model trains until the classes separate. At which β do they?',
    hint: 'Set β to 2 and press Play: spiral arms collapse within 400 steps. Then set β to 0.5. At β = 1 a collapsed model stays collapsed: it is in a local optimum.',
  },
  autoencoder: {
    title: challengeTitles.autoencoder,
    task: 'Train with β = 0 and watch the latents. What do samples of the prior decode to now?',
    hint: 'Drag β all the way to the left and press Reset and Play. Then switch Samples on.',
  },
};
