import { use } from 'react';
import type { LabTexts } from '../explanation/labTexts.ts';
import { ModelDiagram } from './ModelDiagram.tsx';

/** The graphical model beside the stage. */
export default function PresentedDiagram(props: {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
}) {
  const { diagram } = use(props.texts);
  return diagram ? <ModelDiagram diagram={diagram} /> : <p>This lab has no graphical model.</p>;
}
