import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import {
  coordinateSweep,
  generativeStory,
  lowerBound,
  naturalStep,
  nodePotential,
} from './formulas.ts';

/** The model in five short sections and a list of what to look for. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>A story told forwards</h3>
        <p>
          Where does a point come from? The model draws one of K clusters, heavy ones more often.
          The cluster places a latent <i>x</i> in its own plain Gaussian way. A network carries{' '}
          <i>x</i> into data space and adds a little noise. Clusters stay simple; all the bending is
          the network’s.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>The encoder’s hint</h3>
        <p>
          Learning needs the story backwards. The encoder looks at an observation and says where its
          latent could be, and how sure it is in each direction. This <em>node potential</em> is
          Gaussian in shape. It is a hint and not yet an answer: it knows nothing of clusters.
        </p>
        <Explained formula={nodePotential} />
      </section>
      <section>
        <h3>Clusters answer</h3>
        <p>
          Inference asks in turns. Given <i>q(x)</i>, how responsible is each cluster? Given these
          responsibilities, where is <i>x</i>? Precisions add up, so whoever is surer counts for
          more. Each sweep improves the fit, and soon nothing moves.
        </p>
        <Explained formula={coordinateSweep} />
      </section>
      <section>
        <h3>One number to raise</h3>
        <p>
          The evidence lower bound, in nats per point, pays for reconstructions that make the data
          likely. It charges for latents the clusters did not expect, and for clusters that stray
          from their prior.
        </p>
        <Explained formula={lowerBound} />
      </section>
      <section>
        <h3>Two ways to learn</h3>
        <p>
          Encoder and decoder follow the bound’s gradient with Adam. The clusters do better: in
          their natural parameters, the step leads straight from what they are to the prior plus
          what a batch <i>B</i> reports, and <i>ρ</i> says how much of the way to go.
        </p>
        <Explained formula={naturalStep} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The grid in data space is the latent plane, ruled and then bent by the decoder.</li>
          <li>Arms that curve on the left lie as single ellipses on the right.</li>
          <li>Clusters nobody needs lose their weight and fade.</li>
          <li>A bound that climbs in a jump often has an event above it: a merge or a split.</li>
        </ul>
      </section>
    </div>
  );
}
