import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { chain, mStep, passes } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [chain, passes, mStep],
  diagram,
  challenges,
  questions,
  tour,
};

/** A hidden Markov model in four short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Hidden states</h3>
        <p>
          Press <b>Play</b>. Behind each value there is a state. The state stays for a while, then
          jumps to another, and only a noisy value is seen. A mixture would treat each step alone;
          this model knows that a step is probably like the one before (
          <Cite from="rabiner">Rabiner 1989</Cite>).
        </p>
        <Explained formula={chain} />
      </section>
      <section>
        <h3>E-step: forward and backward</h3>
        <p>
          There are K<sup>T</sup> paths through the states. Two passes sum over all of them: one
          forward, for what the past says, and one backward, for what the future says. Their product
          is the <Term word="responsibility" />. It is exact, and its cost grows with T, not with K
          <sup>T</sup>.
        </p>
        <Explained formula={passes} />
      </section>
      <section>
        <h3>M-step: count and average</h3>
        <p>
          Means and spreads are averages weighted by the responsibilities. The transition matrix
          counts: of all steps in state <i>k</i>, how many were followed by <i>l</i>? Both are exact
          maxima, so the <Term word="ELBO" /> never falls.
        </p>
        <Explained formula={mStep} />
      </section>
      <section>
        <h3>Drag a mean</h3>
        <p>
          Take the mark at the right end of a mean and move it. The responsibilities stay, so the
          gap opens; the next E-step closes it. From a bad place EM climbs to a worse maximum.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>
            A value between two levels gets the state of its neighbours: look inside
            forward-backward at such a step.
          </li>
          <li>On the stairs the arrows form a ring: most transitions get probability 0.</li>
          <li>
            In “Quiet and loud” both means coincide. The spread and the time in a state tell the two
            apart.
          </li>
          <li>
            Choose the <b>Flow of the Nile</b> as the series, and two states: the state changes
            once, after 1898, and the mean falls from 1,097 to 851.
          </li>
          <li>With a state too many, one level is split, or one state is left without steps.</li>
        </ul>
      </section>
    </div>
  );
}
