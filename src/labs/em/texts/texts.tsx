import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { bayesian, eStep, freeEnergy, freeEnergyInWidth, mixture, mStep } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [freeEnergyInWidth, eStep, mStep, mixture],
  diagram,
  challenges,
  questions,
  tour,
};

/** k-means and EM in six short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Points without labels</h3>
        <p>
          Press <b>E-step</b> and <b>M-step</b> alternately and watch the means move. Each point
          comes from one of <i>K</i> clusters, but the labels are unknown. If we knew the clusters,
          we could guess the labels; if we knew the labels, the clusters would be averages. EM
          alternates between the two.
        </p>
        <Explained formula={mixture} />
      </section>
      <section>
        <h3>The ELBO</h3>
        <p>
          Take any distribution <i>q</i> over the labels. It gives a lower bound of the
          log-likelihood, the <Term word="ELBO" />, in <Term word="nat">nats</Term> per point. For
          EM it is also called <Term word="free energy" />. The gap is the KL divergence from{' '}
          <i>q</i> to the posterior: the shaded band in the chart, and the bar next to it (
          <Cite from="thesis">Figure 2.2 of van den Heuvel’s thesis</Cite>).
        </p>
        <Explained formula={freeEnergy} />
      </section>
      <section>
        <h3>E-step: assign the points</h3>
        <p>
          With fixed clusters the best <i>q</i> is the posterior. Its values are the{' '}
          <Term word="responsibility">responsibilities</Term>. The gap closes: the ELBO equals the
          log-likelihood.
        </p>
        <Explained formula={eStep} />
      </section>
      <section>
        <h3>M-step: move the clusters</h3>
        <p>
          With fixed <i>q</i>, raise the ELBO. The parameters become weighted averages. The ELBO
          rises, the log-likelihood rises at least as much, and the gap opens again. So the
          log-likelihood never falls (<Cite from="notes">Theorem 16 of the lecture notes</Cite>).
        </p>
        <Explained formula={mStep} />
      </section>
      <section>
        <h3>Three algorithms</h3>
        <p>
          k-means assigns each point to one cluster only; all clusters are round and equally wide.
          Such a hard <i>q</i> is not the posterior, so the gap stays open, and only the ELBO is
          sure never to fall. Soft k-means assigns points in fractions (
          <Cite from="notes">equations 9.20 and 9.21 of the notes</Cite>). The Gaussian mixture also
          learns covariances and weights.
        </p>
      </section>
      <section>
        <h3>Priors remove clusters</h3>
        <p>
          The Bayesian mixture has a distribution over the parameters as well. Now each cluster has
          a cost, the KL from its prior. A cluster that explains too little costs more than it
          gains, and its weight goes to zero.
        </p>
        <Explained formula={bayesian} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>Drag a mean to another blob: EM climbs to the nearest maximum from there.</li>
          <li>
            Another start can end at a higher maximum. With several <b>Starts</b> EM is run from
            each of them first, and the run you see begins at the start that ended highest; the ELBO
            panel says which.
          </li>
          <li>Two means in one place get the same share of every point and cannot separate.</li>
          <li>
            A cluster on a single point has an unbounded likelihood. Here a smallest width limits
            it, and the chart reports it.
          </li>
          <li>A mean without points stays where it is, because it has nothing to average.</li>
        </ul>
      </section>
    </div>
  );
}
