import { lazy, Suspense, useMemo } from 'react';
import { type RegistryEntry, registry } from '../../labs/registry.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ThemeButton } from '../topBar/ThemeButton.tsx';
import { MAIN_ID } from '../usePageFocus.ts';
import styles from './HomePage.module.css';

/** What this is, and the labs there are. */
export default function HomePage() {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.page}>
      <div className={styles.masthead}>
        <div>
          <h1 className={styles.title}>SVAE Lab</h1>
          <p className={styles.subtitle}>
            Take a structured variational autoencoder apart, in your browser
          </p>
        </div>
        <ThemeButton />
      </div>
      <div className={styles.intro}>
        <p>
          A graphical model says in plain terms how data arise: from clusters, or from a state that
          rotates. You can read it, question it and change it. But it fits only data of simple
          shapes, and real data seldom have them. A neural network fits data of any shape, but it
          cannot say what it has found.
        </p>
        <p>
          A structured variational autoencoder (SVAE) combines the two. The network maps the data to
          a latent space where simple shapes fit; the graphical model describes that space with its
          clusters or dynamics; and both are trained together, by raising one bound, the ELBO. Here
          you watch this happen, and change the model by hand.
        </p>
      </div>
      <h2 className={styles.courseTitle}>The labs, in the order of a course</h2>
      <p className={styles.course}>
        <a href="#/course">A course in labs</a>: what to open, do and say, row by row.
      </p>
      <ol className={styles.labs}>
        {registry.map((entry) => (
          <li key={entry.card.id} className={styles.lab}>
            <LabCard entry={entry} />
          </li>
        ))}
      </ol>
      <p className={styles.foot}>
        Everything is computed on this device. Nothing is sent anywhere. After the first visit the
        page works without a network. <a href="#/about">Sources, privacy and licence</a>
      </p>
    </main>
  );
}

function LabCard({ entry }: { readonly entry: RegistryEntry }) {
  const { id, title, summary, hasTour } = entry.card;
  const Miniature = useMemo(() => lazy(entry.miniature), [entry]);
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
        {hasTour && (
          <a
            className={styles.tour}
            href={`#/${id}?tour=1`}
            aria-label={`Take the tour of ${title}`}
          >
            Take the tour
          </a>
        )}
      </div>
      <div className={styles.picture}>
        <Suspense fallback={<div style={{ aspectRatio: 1 }} />}>
          <Miniature />
        </Suspense>
      </div>
    </article>
  );
}
