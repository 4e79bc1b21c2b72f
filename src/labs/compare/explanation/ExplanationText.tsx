import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import { FIGURE_LINKS } from './figureLinks.ts';
import { estimator, mixtureDensity, svaeDensity, vaeDensity } from './formulas.ts';

/** What each model can and cannot do, and how they are held against each other. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>GMM: pieces</h3>
        <p>
          A mixture puts Gaussians straight onto the data. EM fits it in a moment, and each point
          knows its cluster. But a Gaussian cannot bend. One arm takes several of them, and then the
          clusters are pieces of arms and no longer the arms themselves.
        </p>
        <Explained formula={mixtureDensity} />
      </section>
      <section>
        <h3>VAE: a shape</h3>
        <p>
          A decoder can bend. It starts from one plain Gaussian of latents and folds it until it
          covers the data. No latent belongs to a cluster, so all points have one colour here: the
          shape is learned, and nothing says which arm a point is of. One Gaussian also has no gaps,
          so samples fall between the arms.
        </p>
        <Explained formula={vaeDensity} />
      </section>
      <section>
        <h3>SVAE: both</h3>
        <p>
          Put the mixture where the single Gaussian was. Clusters live in latent space, where they
          may stay simple, and the decoder bends each into its arm. So the model has the shape, and
          each point has its cluster.
        </p>
        <Explained formula={svaeDensity} />
      </section>
      <section>
        <h3>One yardstick</h3>
        <p>
          With a decoder, log p(y) is an integral nobody can solve. It is estimated: draw latents
          where the posterior is likely to be, and correct for having drawn them there. All three
          models are measured in this way on the same fresh points. For the GMM the answer is known,
          and the estimate agrees with it.
        </p>
        <Explained formula={estimator} />
      </section>
      <section>
        <h3>What can be compared</h3>
        <ul className={styles.list}>
          <li>
            Each bound lies below log p of the training points under its own model, so all stand on
            one axis. How far below differs from model to model.
          </li>
          <li>
            The bound of the SVAE also pays for how sure it is of its clusters. The GMM is fitted by
            maximum likelihood and pays nothing: more clusters nearly always raise its bound.
          </li>
          <li>Only the held-out figures tell learning from learning by heart.</li>
          <li>With a KL weight other than 1 the models train on something else than the bound.</li>
        </ul>
      </section>
      <section>
        <h3>The figure, trained anew</h3>
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
