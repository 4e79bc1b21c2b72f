import { type ComponentType, lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from './page.ts';

interface LabSource extends Pick<LabDefinition, 'id' | 'title' | 'summary'> {
  /** Its miniature on the home page. */
  readonly picture: () => Promise<{ readonly default: ComponentType }>;
  readonly parts: () => Promise<{ readonly parts: LabParts }>;
}

/** A lab whose code is loaded when it is wanted, and its miniature when it is first drawn. */
export function defineLab({ picture, parts, ...lab }: LabSource): LabDefinition {
  /** Loaded once: a page that is rendered again gets the same promise. */
  let loaded: Promise<LabParts> | null = null;
  return {
    ...lab,
    Miniature: drawnLater(picture),
    load: () => {
      loaded ??= parts().then((module) => module.parts);
      return loaded;
    },
  };
}

function drawnLater(picture: LabSource['picture']) {
  const Picture = lazy(picture);
  return () => (
    <Suspense fallback={<div style={{ aspectRatio: 1 }} />}>
      <Picture />
    </Suspense>
  );
}
