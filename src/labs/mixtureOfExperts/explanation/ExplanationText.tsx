import { Explained } from '../../parts/explanation/Explained.tsx';
import styles from '../../parts/explanation/Explanation.module.css';
import { eStep, mixture, mStep } from './formulas.ts';

/** A mixture of experts in four short sections and a list of what to look for. */
export function ExplanationText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Many simple experts, and whom to ask</h3>
        <p>
          No single line follows this curve. So take several, each with a line and a width of its
          own, and a <em>gate</em> that looks at <i>x</i> and says how much each is to be asked.
        </p>
        <Explained formula={mixture} />
      </section>
      <section>
        <h3>E-step: who said this?</h3>
        <p>
          As for clusters: an expert is responsible for a pair if the gate asks it there and its
          line comes close.
        </p>
        <Explained formula={eStep} />
      </section>
      <section>
        <h3>A generalised M-step</h3>
        <p>
          For the lines there is a formula, weighted least squares. For the gate there is none, and
          none is needed: EM climbs as long as the energy does not fall. A few steps uphill will do,
          and the setting says how many. Here they are Newton’s: <i>H</i>, minus the second
          derivatives, says how the hill bends. A weak prior, left out below, keeps the gate from
          sharpening without end.
        </p>
        <Explained formula={mStep} />
      </section>
      <section>
        <h3>What all say together</h3>
        <p>
          The dashed line is the mean of <i>y</i> given <i>x</i>, the band one standard deviation
          about it. Where two experts disagree and the gate asks both, the mean lies between them,
          where there may be no point at all.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The gap closes at each E-step here too, and the log-likelihood never falls.</li>
          <li>
            With one gate step per M-step nothing falls either, but the climb takes a little longer.
          </li>
          <li>On crossing lines the gate can tell nothing, and the experts everything.</li>
        </ul>
      </section>
    </div>
  );
}
