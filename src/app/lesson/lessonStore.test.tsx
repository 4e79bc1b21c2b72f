import { afterEach, expect, it } from 'vitest';
import { course } from '../course/course.ts';
import { isInLesson, presentMode } from '../present/presentMode.ts';
import { STOPPED } from './lesson.ts';
import { followAddress, lessonStore } from './lessonStore.ts';

afterEach(() => {
  presentMode.setState({ notes: 'nowhere' });
  lessonStore.setState({ place: null, clock: STOPPED });
});

it('a lesson is given where notes are open and the course has a row about the lab', () => {
  const isGiven = () => isInLesson(presentMode.getState());
  presentMode.setState({ notes: 'below' });
  followAddress('#/in-no-lesson?seed=1');
  expect(isGiven()).toBe(false);
  followAddress(course.lessons[0].rows[0].link);
  expect(isGiven()).toBe(true);
  presentMode.setState({ notes: 'nowhere' });
  expect(isGiven()).toBe(false);
});
