import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import {
  filter,
  forecast,
  frequency,
  generativeStory,
  lowerBound,
  naturalStep,
} from './formulas.ts';

/** The model in six short sections and a list of what to look for. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>A state that goes round</h3>
        <p>
          What is observed jumps and blurs, but behind it the model keeps a state <i>x</i> that
          moves in the plainest way there is: one matrix <i>A</i> takes it from each step to the
          next, with a little noise. Turning is all it can do. A network draws what is observed from
          it, and makes a bounce out of a turn.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>Hints, forwards and back</h3>
        <p>
          For every step the encoder gives a hint, the <em>node potential</em>: where the state
          could be, and how sure that is. The filter carries what it knows forwards through <i>A</i>{' '}
          and adds each hint as it comes. The smoother goes back, so that every step also hears of
          its future. All of it is exact, in time that grows with the number of steps.
        </p>
        <Explained formula={filter} />
      </section>
      <section>
        <h3>After the line</h3>
        <p>
          To forecast, stop giving hints. From the last state that had one the dynamics go on alone,
          by <i>A</i>, less surely with every step, and the decoder draws what it comes to. With no
          hint at all the model starts where windows tend to start, and dreams.
        </p>
        <Explained formula={forecast} />
      </section>
      <section>
        <h3>Two ways to learn</h3>
        <p>
          One number is to rise, the evidence lower bound in nats per step. The networks follow its
          gradient with Adam. <i>A</i> and <i>Q</i> have a matrix-normal-inverse-Wishart posterior,
          and in its natural parameters the step leads straight towards the prior plus what the
          windows report of neighbouring states.
        </p>
        <Explained formula={lowerBound} />
        <Explained formula={naturalStep} />
      </section>
      <section>
        <h3>Where the frequency lives</h3>
        <p>
          A complex pair of eigenvalues turns a plane of the latent space: by its angle <i>ω</i> in
          each step, and in size by its radius <i>r</i>. So the angle is the frequency and the
          radius the damping: inside the unit circle motion dies out, outside it runs away. Turn the
          pair and the picture bounces at another pace.
        </p>
        <Explained formula={frequency} />
      </section>
      <section>
        <h3>Why a column cannot</h3>
        <p>
          Column <i>j</i> of <i>A</i> says where latent <i>j</i> is sent. But the plane that turns
          lies askew to all latents, and so does every other plane. Scale one column and all
          eigenvalues move a little, in angle and in radius at once: the pace may change, and the
          motion dies out or explodes along with it. Only the eigenvalue itself sets one without the
          other.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>Latents are round waves, though the dot runs straight and turns on the spot.</li>
          <li>
            However many latents there are, few complex pairs carry nearly all of the motion: for
            one dot a single pair, for two dots one each and overtones.
          </li>
          <li>A real eigenvalue close to 1 keeps what stays: the middle of the turn.</li>
          <li>The others lie further in and soon forget; what they hold is noise.</li>
        </ul>
      </section>
    </div>
  );
}
