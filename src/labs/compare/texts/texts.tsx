import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { estimator, mixtureDensity, svaeDensity, vaeDensity } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [mixtureDensity, vaeDensity, svaeDensity, estimator],
  diagram,
  challenges,
  questions,
  tour,
};

/** What each model can and cannot do, and how they are compared. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>GMM: pieces</h3>
        <p>
          Point at an observation: it is marked in all panels. A Gaussian mixture model puts
          Gaussians directly on the data. EM fits it in a moment, and each point has a cluster. But
          a Gaussian cannot bend. One arm takes several, and then the clusters are pieces of arms (
          <Cite from="thesis">Figure 6.2 of van den Heuvel’s thesis</Cite>).
        </p>
        <Explained formula={mixtureDensity} />
      </section>
      <section>
        <h3>VAE: a shape</h3>
        <p>
          A decoder can bend. It starts from one Gaussian of latents and bends it until it covers
          the data. The latents have no clusters, so all points have one colour here: the model
          learns the shape but not the arms. One Gaussian also has no gaps, so samples fall between
          the arms.
        </p>
        <Explained formula={vaeDensity} />
      </section>
      <section>
        <h3>SVAE: both</h3>
        <p>
          Replace the single Gaussian by the mixture. The clusters are in latent space, where they
          can stay Gaussian, and the decoder bends each into its arm. So the model has the shape,
          and each point has a cluster.
        </p>
        <Explained formula={svaeDensity} />
      </section>
      <section>
        <h3>One measure for all</h3>
        <p>
          With a decoder, log p(y) is an integral without a closed form. It is estimated by
          importance sampling (<Cite from="notes">equation 9.34 of the lecture notes</Cite>): draw
          latents where the posterior is likely to be, and weigh them accordingly. All three models
          are measured in this way, in <Term word="nat">nats</Term> per point, on the same fresh
          points. For the GMM the exact value is known, and the estimate agrees with it.
        </p>
        <Explained formula={estimator} />
      </section>
      <section>
        <h3>What can be compared</h3>
        <ul className={styles.list}>
          <li>
            Each <Term word="ELBO" /> is a lower bound of log p of the training points under its own
            model, so all share one axis. The gap differs from model to model.
          </li>
          <li>
            The ELBO of the SVAE includes a cost for its clusters, the KL from their prior. The GMM
            is fitted by maximum likelihood without that cost: more clusters nearly always raise its
            log-likelihood.
          </li>
          <li>Only the held-out figures show whether a model overfits.</li>
          <li>With a KL weight other than 1 the networks are not trained on the ELBO.</li>
        </ul>
      </section>
      <section>
        <h3>The figure, trained here</h3>
        <ul className={styles.list}>
          {FIGURE_LINKS.map(({ hash, label, comment }) => (
            <li key={hash}>
              <a href={hash}>{label}</a>: {comment}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Figure 6.2 of the thesis, as links that train the models for it. */
interface FigureLink {
  readonly hash: string;
  readonly label: string;
  readonly comment: string;
}

const FIGURE_LINKS: readonly FigureLink[] = [
  {
    hash: '#/compare?seed=7&steps=2000',
    label: 'Figure 6.2: three models, with the robust recipe',
    comment: '2,000 steps, a few seconds of training.',
  },
  {
    hash: '#/compare?recipe=thesis&activation=relu&learningRate=0.001&seed=1&steps=10000&v=1',
    label: 'Figure 6.2: three models, with the thesis’s settings',
    comment: '10,000 steps, as in the thesis: about a minute of training.',
  },
];
