import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { update } from './formulas.ts';

export const texts: LabTexts = { Text, formulas: [update], challenges };

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>One factor at a time</h3>
        <p>
          Press <b>Step</b>. Mean field approximates the posterior by independent factors. Each
          update finds the best factor given the others, so the ELBO never falls.
        </p>
        <Explained formula={update} />
      </section>
    </div>
  );
}
