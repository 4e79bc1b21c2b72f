import courseText from '../../../docs/course.md?raw';
import { parseCourse } from './parseCourse.ts';

/** The course of `docs/course.md`. */
export const course = parseCourse(courseText);
