import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { eStep, mixture, mStep } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [mixture, eStep, mStep],
  diagram,
  challenges,
  questions,
  tour,
};

/** A mixture of experts in four short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Several experts and a gate</h3>
        <p>
          Press <b>Play</b>. No single line follows this curve. So use several experts, each with a
          line and a width of its own, and a <em>gate</em> that weighs them depending on <i>x</i> (
          <Cite from="jordan">Jordan and Jacobs 1994</Cite>).
        </p>
        <Explained formula={mixture} />
      </section>
      <section>
        <h3>E-step</h3>
        <p>
          As for clusters: the <Term word="responsibility" /> of an expert for a point is large if
          the gate gives it weight there and its line passes close by.
        </p>
        <Explained formula={eStep} />
      </section>
      <section>
        <h3>A generalised M-step</h3>
        <p>
          The lines have a closed form: weighted least squares. The gate has none, and needs none:
          the log-likelihood never falls as long as the <Term word="ELBO" /> does not fall. A few
          steps uphill are enough, and a setting says how many. They are Newton steps: <i>H</i>,
          minus the second derivatives, is the curvature. A weak prior, not in the formula below,
          keeps the gate from becoming ever sharper.
        </p>
        <Explained formula={mStep} />
      </section>
      <section>
        <h3>The prediction</h3>
        <p>
          The dashed line is the mean of <i>y</i> given <i>x</i>, the band is one standard deviation
          around it. Where two experts disagree and the gate gives weight to both, the mean lies
          between them, where there may be no point at all.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The gap closes at each E-step here too, and the log-likelihood never falls.</li>
          <li>
            With one gate step per M-step the log-likelihood never falls either, but training takes
            a little longer.
          </li>
          <li>On crossing lines the gate has nothing to learn; the experts learn it all.</li>
        </ul>
      </section>
    </div>
  );
}
