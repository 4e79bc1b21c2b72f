import { lazy, Suspense, useMemo, useState } from 'react';
import { forgetProgress, type LabProgress, progressIn } from '../../files/courseProgress.ts';
import { entryNamed, type RegistryEntry, registry } from '../../labs/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ThemeButton } from '../topBar/ThemeButton.tsx';
import { focusMain, MAIN_ID } from '../usePageFocus.ts';
import { type CourseChapter, chapters, hoursInWords } from './chapters.ts';
import styles from './HomePage.module.css';

/** By the ids of the labs that have been opened. */
type CourseProgress = ReadonlyMap<string, LabProgress>;

const progressOnDevice = (): CourseProgress =>
  new Map(
    registry.flatMap(({ card: { id } }) => {
      const progress = progressIn(id);
      return progress ? [[id, progress] as const] : [];
    }),
  );

/** What this is, and the labs there are, as a course. */
export default function HomePage() {
  const [progress, setProgress] = useState(progressOnDevice);
  const forget = () => {
    forgetProgress(registry.map(({ card }) => card.id));
    setProgress(progressOnDevice);
    focusMain();
  };
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
      <p className={styles.course}>
        The labs are a course in two chapters. Open them in any order; a card says what its lab
        builds on. For lecturers: <a href="#/course">a course in labs</a>, what to open, do and say,
        row by row.
      </p>
      {chapters.map((chapter) => (
        <Chapter key={chapter.id} chapter={chapter} progress={progress} />
      ))}
      {progress.size > 0 && (
        <p className={styles.forget}>
          What you have opened and solved is kept on this device only.{' '}
          <Button size="small" onClick={forget}>
            Forget it
          </Button>
        </p>
      )}
      <p className={styles.foot}>
        Everything is computed on this device. Nothing is sent anywhere. After the first visit the
        page works without a network. <a href="#/about">Sources, privacy and licence</a>
      </p>
    </main>
  );
}

interface ChapterProps {
  readonly chapter: CourseChapter;
  readonly progress: CourseProgress;
}

function Chapter({ chapter, progress }: ChapterProps) {
  const { id, title, about, entries, minutes } = chapter;
  const opened = entries.filter(({ card }) => progress.has(card.id)).length;
  return (
    <section aria-labelledby={`chapter-${id}`} className={styles.chapter}>
      <h2 id={`chapter-${id}`} className={styles.chapterTitle}>
        {title}
      </h2>
      <p className={styles.about}>{about}</p>
      <p className={styles.time}>
        {entries.length} labs, about {hoursInWords(minutes)}
        {opened > 0 && `; you have opened ${opened}`}
      </p>
      <ol className={styles.labs}>
        {entries.map((entry) => (
          <li key={entry.card.id} className={styles.lab}>
            <LabCard entry={entry} progress={progress.get(entry.card.id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LabCardProps {
  readonly entry: RegistryEntry;
  /** Undefined where the lab has not been opened. */
  readonly progress: LabProgress | undefined;
}

function LabCard({ entry, progress }: LabCardProps) {
  const { id, title, summary, minutes, buildsOn, hasTour } = entry.card;
  const Miniature = useMemo(() => lazy(entry.miniature), [entry]);
  return (
    <article className={styles.card}>
      <div className={styles.cardText}>
        <h3 className={styles.cardTitle}>
          <a href={`#/${id}`}>{title}</a>
        </h3>
        <p className={styles.meta}>
          {minutes} minutes
          {buildsOn.length > 0 &&
            `, builds on ${buildsOn.map((other) => entryNamed(other).card.title).join(' and ')}`}
        </p>
        <p>{summary}</p>
        {progress && (
          <p className={styles.progress}>
            <Icon name="check" /> {inWords(progress)}
          </p>
        )}
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

/** How far one has come in a lab. */
const inWords = ({ tour, solved, challenges }: LabProgress): string =>
  [
    'Opened',
    ...(tour ? ['tour taken'] : []),
    ...(challenges > 0 ? [`${solved.length} of ${challenges} challenges solved`] : []),
  ].join(', ');
