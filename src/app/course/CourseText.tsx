import { Fragment } from 'react';
import { runsOf } from './parseCourse.ts';

/** A sentence of the course, with words of the page in bold and places in it as links. */
export function CourseText({ text }: { readonly text: string }) {
  return runsOf(text).map(({ kind, text: run }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice; the text is fixed
    <Fragment key={index}>
      {kind === 'strong' && <strong>{run}</strong>}
      {kind === 'link' && <a href={run}>{run}</a>}
      {kind === 'plain' && run}
    </Fragment>
  ));
}
