import { Button } from '../../ui/Button.tsx';
import { rowAt } from '../lesson/lesson.ts';
import { giveLesson, useLesson } from '../lesson/lessonStore.ts';
import { TextPage } from '../text/TextPage.tsx';
import styles from './CoursePage.module.css';
import { CourseText } from './CourseText.tsx';
import { course } from './course.ts';
import type { Lesson } from './parseCourse.ts';

/** The course of `docs/course.md`, with every row a link. */
export default function CoursePage() {
  return (
    <TextPage title={course.title}>
      {course.before.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      {course.lessons.map((lesson, index) => (
        <LessonTable key={lesson.title} index={index} {...lesson} />
      ))}
    </TextPage>
  );
}

function LessonTable({ index, title, rows, after }: Lesson & { readonly index: number }) {
  const { place } = useLesson();
  const isOpen = place?.lesson === index && place.row > 0;
  return (
    <>
      <h2>{title}</h2>
      <p className={styles.give}>
        <Button
          variant="primary"
          icon="present"
          aria-label={`Give this lesson: ${title}`}
          onClick={() => giveLesson({ lesson: index, row: 0 })}
        >
          Give this lesson
        </Button>
        {isOpen && (
          <Button onClick={() => giveLesson(place)}>Go on at “{rowAt(course, place).topic}”</Button>
        )}
      </p>
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
                <CourseText text={act} />
              </td>
              <td className={styles.say}>
                <CourseText text={say} />
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
      <CourseText text={text} />
    </p>
  );
}
