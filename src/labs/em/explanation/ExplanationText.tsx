import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import { bayesian, eStep, freeEnergy, mixture, mStep } from './formulas.ts';

/** k-means and EM in six short sections and a list of what to look for. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Points without labels</h3>
        <p>
          Each point comes from one of <i>K</i> clusters, and nobody noted which. If we knew the
          clusters, we could guess the labels; if we knew the labels, the clusters would be
          averages. EM takes turns with the two guesses.
        </p>
        <Explained formula={mixture} />
      </section>
      <section>
        <h3>One sum, two ways to raise it</h3>
        <p>
          Take any distribution <i>q</i> over the labels. The free energy it gives lies below the
          log-likelihood, and what is missing is exactly how far <i>q</i> is from the posterior. The
          shaded band in the chart is that distance; the bar beside it is figure 2.2.
        </p>
        <Explained formula={freeEnergy} />
      </section>
      <section>
        <h3>E-step: share the points</h3>
        <p>
          With the clusters held still, the best <i>q</i> is the posterior. The band closes: the
          free energy touches the log-likelihood.
        </p>
        <Explained formula={eStep} />
      </section>
      <section>
        <h3>M-step: move the clusters</h3>
        <p>
          With <i>q</i> held still, raise the energy. The clusters become weighted averages. The
          free energy rises, the log-likelihood rises at least as much, and the band opens again. So
          the log-likelihood can never fall (Theorem 16).
        </p>
        <Explained formula={mStep} />
      </section>
      <section>
        <h3>One algorithm, three dials</h3>
        <p>
          k-means lets no point doubt: <i>q</i> is all or nothing, clusters are round and equal.
          Such a <i>q</i> is not the posterior, so its band stays open, and only the free energy is
          sure to rise. Soft k-means allows doubt (9.20, 9.21). The Gaussian mixture also learns
          covariances and weights.
        </p>
      </section>
      <section>
        <h3>Priors let clusters go</h3>
        <p>
          The Bayesian mixture has a distribution over the parameters as well. A cluster now costs
          something: one that explains too little pays more than it earns, and fades.
        </p>
        <Explained formula={bayesian} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>Drag a mean to another blob: EM climbs the hill it finds itself on.</li>
          <li>Two means in one place get the same share of every point and cannot part.</li>
          <li>
            A cluster on a single point has a likelihood without limit. Here the least width holds
            it, and the chart says so.
          </li>
          <li>A mean without points stays where it is, for lack of anything to average.</li>
        </ul>
      </section>
    </div>
  );
}
