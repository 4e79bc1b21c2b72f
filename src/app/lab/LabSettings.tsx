import { type ComponentType, Suspense, useMemo } from 'react';
import type { LabParts } from '../../labs/page.ts';
import { registry } from '../../labs/registry.ts';
import { ExportSection } from '../../labs/shared/keeping/ExportSection.tsx';
import { RunsSection } from '../../labs/shared/runs/RunsSection.tsx';
import { SettingsPanel } from '../../ui/settings/SettingsPanel.tsx';
import { whenUsable } from '../../ui/whenUsable.ts';
import { EarlierWork } from './EarlierWork.tsx';
import { useBoundSettings } from './useBoundSettings.ts';

export interface LabSettingsProps {
  /** Settings a teacher has hidden. */
  readonly hidden: readonly string[];
  /** What belongs to the data beside the table. */
  readonly Extras: ComponentType | undefined;
  readonly exports: LabParts['exports'];
}

const titleOf = (lab: string): string | null =>
  registry.find(({ card }) => card.id === lab)?.card.title ?? null;

/** The lab's settings table as controls, bound to the document. */
export default function LabSettings({ hidden, Extras, exports }: LabSettingsProps) {
  const loaded = useMemo(() => whenUsable(exports), [exports]);
  return (
    <>
      <SettingsPanel
        {...useBoundSettings()}
        hiddenControls={hidden}
        extras={
          Extras
            ? {
                Data: (
                  <Suspense fallback={null}>
                    <Extras />
                  </Suspense>
                ),
              }
            : {}
        }
      />
      {!hidden.includes('keep') && (
        <>
          <RunsSection />
          <Suspense fallback={null}>
            <ExportSection exports={loaded} titleOf={titleOf} />
          </Suspense>
          <EarlierWork />
        </>
      )}
    </>
  );
}
