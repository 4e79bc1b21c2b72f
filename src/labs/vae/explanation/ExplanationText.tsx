import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import {
  closedFormKl,
  generativeStory,
  objective,
  posterior,
  reparameterisation,
} from './formulas.ts';

/** The model in five short sections and a list of what to look for. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>The plainest story</h3>
        <p>
          A latent <i>x</i> is drawn from a standard normal, always the same one. A network carries
          it into data space and says how noisy it is there. Nothing else is known of the latents:
          no clusters, no time. Many texts write <i>z</i> for this <i>x</i>, and <i>x</i> for{' '}
          <i>y</i>.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>An SVAE with nothing to learn in the middle</h3>
        <p>
          As in every SVAE of these labs, the encoder gives a hint and the graphical model answers.
          Here the graphical model is that fixed normal. Precisions add up to 1&nbsp;+&nbsp;<i>J</i>
          , so no posterior is wider than the prior.
        </p>
        <Explained formula={posterior} />
      </section>
      <section>
        <h3>Two forces</h3>
        <p>
          Reconstruction wants every datum to have a latent of its own, sharp and far from the rest.
          The KL pulls all of them to the middle and makes them wide. With a <i>β</i> of 1 their
          difference is the evidence lower bound; other values tip the balance on purpose.
        </p>
        <Explained formula={objective} />
      </section>
      <section>
        <h3>What a dimension costs</h3>
        <p>
          Between normals the KL has a closed form, one term for each dimension. Where it goes to
          zero, <i>μ</i> is 0 and <i>σ</i> is 1 whatever <i>y</i> was. That is posterior collapse:
          the dimension says nothing any more, and the decoder learns not to listen.
        </p>
        <Explained formula={closedFormKl} />
      </section>
      <section>
        <h3>Noise one can differentiate through</h3>
        <p>
          The expectation is estimated with a draw. So that its gradient reaches the encoder, the
          randomness is drawn first and from a fixed place, then scaled and moved.
        </p>
        <Explained formula={reparameterisation} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>
            Points share a prior but no clusters: arms lie side by side, and nothing says which.
          </li>
          <li>
            In the plane a nat of KL buys about a nat of reconstruction. So <i>β</i> of 1 just pays,
            and a little more collapses all at once.
          </li>
          <li>A picture’s latents buy many nats each: shapes hold out far longer.</li>
          <li>Gaps between posteriors are where samples look like no datum.</li>
        </ul>
      </section>
    </div>
  );
}
