import type { LabController } from '../../../store/controller.ts';
import type { RunState } from '../../../store/run.ts';
import { entryIn } from '../../../store/view.ts';
import { settingsOf, shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { vae } from '../lab.ts';
import { betaOf, isImportanceWeighted, iwaeKey } from '../objective.ts';
import { type DecodedProbe, decodedProbe, probeIn } from '../page/probe.ts';
import type { VaeSettings } from '../settings.ts';
import {
  allCollapsed,
  boundsApart,
  classesSeparated,
  decodedNothingSeen,
  type LabView,
  latentsLost,
  oneDimensionCollapsed,
} from './checks.ts';

/** `Memory`: whether every dimension has collapsed in this run. */
export const challenges: ChallengeSet<LabView, boolean> = {
  list: [
    {
      id: 'unseen',
      title: 'Nothing seen',
      task: 'Find a latent near the centre of the prior that decodes to something far from all data.',
      hint: 'No observation has its latent between two classes.',
      answer:
        'Drag the probe between two classes, to their boundary near the centre: the decoder blends the two neighbours.',
      check: decodedNothingSeen,
    },
    {
      id: 'collapse',
      title: 'Collapse one dimension',
      task: 'Make one latent dimension collapse while the others stay in use.',
      hint: 'Give the model one dimension more than the data need.',
      answer:
        'Set the latent dimension to 3 for points in the plane and press Play for 1,500 steps.',
      check: oneDimensionCollapsed,
    },
    {
      id: 'separate',
      title: 'Where the classes separate',
      task: 'Let all posteriors collapse, then lower β while the model trains until the classes separate. At which β do they?',
      hint: 'At β = 1 a collapsed model stays collapsed: it is in a local optimum.',
      answer:
        'Set β to 2 and press Play: spiral arms collapse within 400 steps. Then set β to 0.5 and wait for 1,500 steps.',
      check: classesSeparated,
    },
    {
      id: 'autoencoder',
      title: 'Without a prior',
      task: 'Train with β = 0 and watch the latents. What do samples of the prior decode to now?',
      hint: 'β weighs the KL to the prior.',
      answer:
        'Drag β all the way to the left and press Reset and Play. Then switch Samples on: most of them decode to places without data.',
      check: latentsLost,
    },
    {
      id: 'bounds-apart',
      title: 'A better bound, a worse q',
      task: 'Train the model on the IWAE bound until the ELBO lies 2 nats below it. How have the posteriors changed?',
      hint: 'A good draw outweighs many bad ones, so q becomes wide, and the ELBO, which counts all draws alike, falls.',
      answer:
        'Set the objective to the IWAE bound, K to 50, and press Play for 400 steps: the posteriors have become wider.',
      check: boundsApart,
    },
  ],
  memory: {
    of: ({ run }) => run,
    start: () => false,
    with: (hadCollapsed, view) => hadCollapsed || allCollapsed(view),
  },
  viewOf,
};

const NO_DATA = new Float32Array(0);

/** Where the probe has not been moved, or the decoder has yet to answer, there is nothing to have found. */
function walkedTo(probe: readonly number[], decoded: DecodedProbe | null): DecodedProbe | null {
  const isAnswered = decoded?.latent.every((value, i) => value === (probe[i] ?? 0));
  return probe.length > 0 && isAnswered ? decoded : null;
}

/** Right after the number of draws has changed there is no such bound yet. */
function boundsOf(settings: VaeSettings, run: Pick<RunState, 'objective'>): LabView['bounds'] {
  if (!isImportanceWeighted(settings)) return null;
  const { objective } = run;
  const weighted = objective?.[iwaeKey(settings.importanceSamples)];
  return objective && weighted !== undefined ? { weighted, elbo: objective.total } : null;
}

function viewOf(controller: LabController): LabView {
  const run = controller.run.getState();
  const { runId, step, dataset } = run;
  const settings = settingsOf(vae, controller.effective());
  const { origin } = controller.document.getState();
  return {
    run: runId,
    step,
    pretrained: origin.pretrained,
    beta: betaOf(settings),
    bounds: boundsOf(settings, run),
    data: dataset?.values ?? NO_DATA,
    labels: dataset?.labels ?? null,
    model: shownOf(vae, run),
    probe: walkedTo(probeIn(controller.effective()), entryIn(run, decodedProbe)),
  };
}
