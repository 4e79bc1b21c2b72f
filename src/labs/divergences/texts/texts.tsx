import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { kullbackLeibler } from './formulas.ts';

export const texts: LabTexts = { Text, formulas: [kullbackLeibler], diagram, challenges };

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Two directions</h3>
        <p>
          Press <b>Play</b>. Both <i>q</i> start in the same place and go to different ones.
        </p>
        <Explained formula={kullbackLeibler} />
      </section>
    </div>
  );
}
