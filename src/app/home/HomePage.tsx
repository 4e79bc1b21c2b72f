import type { LabDefinition } from '../../labs/labDefinition.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Theme, ThemeControl } from '../theme.ts';
import { ThemeButton } from '../topBar/ThemeButton.tsx';
import { MAIN_ID } from '../usePageFocus.ts';
import styles from './HomePage.module.css';

export interface HomePageProps {
  /** In the order of a course. */
  readonly labs: readonly LabDefinition[];
  readonly theme: ThemeControl;
}

/** What this is, and the labs there are. */
export function HomePage({ labs, theme }: HomePageProps) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.page}>
      <div className={styles.masthead}>
        <div>
          <h1 className={styles.title}>SVAE Lab</h1>
          <p className={styles.subtitle}>
            Take a structured variational autoencoder apart, in your browser
          </p>
        </div>
        <ThemeButton theme={theme} />
      </div>
      <div className={styles.intro}>
        <p>
          A graphical model says plainly what it believes the world is made of: this cluster, that
          swing. It can be read, questioned and changed, but it wants data that fit its simple
          shapes, and real data seldom do. A neural network bends to any data, and then cannot say
          what it has found.
        </p>
        <p>
          A structured variational autoencoder lets each do what it is good at. The network bends
          the data until simple shapes fit; the graphical model lives in the space so made, with its
          clusters and dynamics intact; and both learn together, by raising one bound. Here you
          watch that happen, and put your hands into it.
        </p>
      </div>
      <h2 className={styles.courseTitle}>A course, lab by lab</h2>
      <ol className={styles.labs}>
        {labs.map(
          (lab) =>
            lab.Miniature && (
              <li key={lab.id} className={styles.lab}>
                <LabCard lab={lab} Miniature={lab.Miniature} theme={theme.theme} />
              </li>
            ),
        )}
      </ol>
      <p className={styles.foot}>
        Everything is computed on this device. Nothing is sent anywhere, and once visited the page
        works without a network.
      </p>
    </main>
  );
}

interface LabCardProps {
  readonly lab: LabDefinition;
  readonly Miniature: NonNullable<LabDefinition['Miniature']>;
  readonly theme: Theme;
}

function LabCard({ lab, Miniature, theme }: LabCardProps) {
  const { id, title, summary } = lab;
  return (
    <article className={styles.card}>
      <div className={styles.cardText}>
        <h3 className={styles.cardTitle}>
          <a href={`#/${id}`}>{title}</a>
        </h3>
        <p>{summary}</p>
        <span className={styles.open} aria-hidden="true">
          Open the lab <Icon name="chevronRight" />
        </span>
      </div>
      <div className={styles.picture}>
        <Miniature theme={theme} />
      </div>
    </article>
  );
}
