import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { ExperimentsPanel } from '../page/experiments/ExperimentsPanel.tsx';
import { openExperiment } from '../page/experiments/openExperiment.ts';
import { diagram } from './diagram.ts';
import {
  filter,
  forecast,
  frequency,
  generativeStory,
  lowerBound,
  naturalStep,
} from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [frequency, generativeStory, filter, forecast, lowerBound, naturalStep],
  diagram,
  challenges,
  questions,
  tour,
  more: { label: 'Experiments', Content: ExperimentsPanel, openedBy: openExperiment },
};

/** The model in six short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>A state that rotates</h3>
        <p>
          Drag the line where <b>input ends</b>: after it the model predicts without looking. Behind
          the observations the model keeps a state <i>x</i> with linear dynamics: one matrix{' '}
          <i>A</i> takes it from each step to the next, with a little noise. It can only rotate and
          decay or grow; the network turns rotation into bouncing.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>Filter and smoother</h3>
        <p>
          For every step the encoder gives a hint, the <Term word="node potential" />: where the
          state could be, and how certain that is. The filter carries what it knows forwards through{' '}
          <i>A</i> and adds each hint. The smoother goes backwards, so that every step also uses the
          future. Both are exact, and their time grows linearly with the number of steps (
          <Cite from="thesis">appendix B of van den Heuvel’s thesis</Cite>).
        </p>
        <Explained formula={filter} />
      </section>
      <section>
        <h3>After the line</h3>
        <p>
          To forecast, the hints stop. From the last state with a hint the dynamics go on alone,
          less certain with every step, and the decoder draws the result. Without any hint the model
          starts from its distribution of first states.
        </p>
        <Explained formula={forecast} />
      </section>
      <section>
        <h3>Two ways to learn</h3>
        <p>
          Training raises one number, the <Term word="ELBO" />, in <Term word="nat">nats</Term> per
          step. The networks follow its gradient with <Cite from="adam">Adam</Cite>. <i>A</i> and{' '}
          <i>Q</i> have a matrix-normal-inverse-Wishart posterior. Their natural-gradient step leads
          straight towards the prior plus the expected statistics of neighbouring states.
        </p>
        <p>
          The start decides whether anything is learned: latents that hardly move at first are taken
          for a state that stands still. <b>Start</b>, in the settings, can scale all units to the
          data (<Cite from="mishkin">Mishkin and Matas</Cite>), give the decoder a variance below
          the data’s largest eigenvalue (<Cite from="collapse">Li et al.</Cite>) and let pairs of
          latents rotate from the first step, at the pace of the data where they repeat themselves.
        </p>
        <Explained formula={lowerBound} />
        <Explained formula={naturalStep} />
      </section>
      <section>
        <h3>Measured series</h3>
        <p>
          Choose sunspots, airline passengers, a river, an electrocardiogram or walking as the{' '}
          <b>Signal</b>, or load your own. The encoder sees one row at a time, and a single value
          does not tell whether the series rises or falls. So a row of one or two columns also shows
          the values before it, over one period: delay coordinates (
          <Cite from="takens">Takens</Cite>). The errors of two forecasts without a model are shown
          next to the model’s: one repeats the last value, the other the last period. The period of
          the rows trained on is shown below that of the prediction.
        </p>
      </section>
      <section>
        <h3>Frequency and damping</h3>
        <p>
          A complex pair of eigenvalues rotates a plane of the latent space by its angle <i>ω</i> in
          each step and scales it by its radius <i>r</i>. So the angle is the frequency and the
          radius the damping: inside the unit circle motion dies out, outside it grows. Turn the
          pair and the dot bounces faster or slower.
        </p>
        <Explained formula={frequency} />
      </section>
      <section>
        <h3>Why a column does not set the frequency</h3>
        <p>
          Column <i>j</i> of <i>A</i> says where latent <i>j</i> is sent. But the plane that rotates
          is a mixture of all latents. Scale one column and all eigenvalues move, in angle and in
          radius at once: the frequency may change, and the motion dies out or grows with it. Only
          the eigenvalue itself sets one without the other.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>Latents are smooth waves, although the dot moves straight and turns abruptly.</li>
          <li>
            However many latents there are, few complex pairs carry nearly all of the motion: for
            one dot a single pair, for two dots one each and overtones.
          </li>
          <li>A real eigenvalue close to 1 keeps what is constant: the centre of the rotation.</li>
          <li>The other eigenvalues are smaller: what they hold decays fast and is noise.</li>
        </ul>
      </section>
    </div>
  );
}
