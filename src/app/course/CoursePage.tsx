import { Fragment } from 'react';
import courseText from '../../../docs/course.md?raw';
import { TextPage } from '../text/TextPage.tsx';
import styles from './CoursePage.module.css';
import { type Lesson, parseCourse, runsOf } from './parseCourse.ts';

const course = parseCourse(courseText);

/** The course of `docs/course.md`, with every row a link. */
export default function CoursePage() {
  return (
    <TextPage title={course.title}>
      {course.before.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      {course.lessons.map((lesson) => (
        <LessonTable key={lesson.title} {...lesson} />
      ))}
    </TextPage>
  );
}

function LessonTable({ title, rows, after }: Lesson) {
  return (
    <>
      <h2>{title}</h2>
      <table className={styles.course}>
        <thead>
          <tr>
            <th scope="col">Minute</th>
            <th scope="col">Open</th>
            <th scope="col">Do</th>
            <th scope="col">Say</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ minute, topic, link, act, say }) => (
            <tr key={minute}>
              <td className={styles.minute}>{minute}</td>
              <th scope="row" className={styles.topic}>
                <a href={link}>{topic}</a>
              </th>
              <td>
                <Text text={act} />
              </td>
              <td className={styles.say}>
                <Text text={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {after.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
    </>
  );
}

function Paragraph({ text }: { readonly text: string }) {
  return (
    <p>
      <Text text={text} />
    </p>
  );
}

function Text({ text }: { readonly text: string }) {
  return runsOf(text).map(({ kind, text: run }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice; the text is fixed
    <Fragment key={index}>
      {kind === 'strong' && <strong>{run}</strong>}
      {kind === 'link' && <a href={run}>{run}</a>}
      {kind === 'plain' && run}
    </Fragment>
  ));
}
