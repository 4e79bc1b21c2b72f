import { use, useEffect, useRef } from 'react';
import type { LabTexts } from '../explanation/labTexts.ts';
import { focusDiagram } from './focusDiagram.ts';
import { ModelDiagram } from './ModelDiagram.tsx';

/** The graphical model beside the stage, or on narrow screens below it; it is gone to at once. */
export default function PresentedDiagram(props: {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
}) {
  const { diagram } = use(props.texts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A plot knows its size, and has its nodes, a moment after it is there.
    const frame = requestAnimationFrame(() => focusDiagram(place.current));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={place}>
      {diagram ? <ModelDiagram diagram={diagram} /> : <p>This lab has no graphical model.</p>}
    </div>
  );
}
