import { lazy, Suspense, use, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { StageAction } from '../../labs/page.ts';
import type { RegistryEntry } from '../../labs/registry.ts';
import { slowMotionAction } from '../../labs/shared/slowMotion/setSlowMotion.ts';
import { LabProvider } from '../../store/context.ts';
import { entryIn } from '../../store/view.ts';
import { markUsable, whenUsable } from '../../ui/whenUsable.ts';
import { LabLayout } from '../LabLayout.tsx';
import { isOpenIn, labRunner } from '../labRunner.ts';
import { present, usePresentMode } from '../present/presentMode.ts';
import { startTour, tourStep } from '../tour/tourCommands.ts';
import { useShortcuts } from '../useShortcuts.ts';
import { FirstStep } from './FirstStep.tsx';
import { LabTopBar } from './LabTopBar.tsx';
import { labActions } from './labActions.ts';
import { useHoverEnds } from './useHoverEnds.ts';

// Their columns keep their width: that they are filled after the first picture moves nothing.
const LabSettings = lazy(() => whenUsable(() => import('./LabSettings.tsx')));
const LabAside = lazy(() => whenUsable(() => import('./LabAside.tsx')));
const Presentation = lazy(() => import('../present/Presentation.tsx'));
const ClassStrip = lazy(() => import('./ClassStrip.tsx'));
const PresentedDiagram = lazy(() => import('../../labs/shared/diagram/PresentedDiagram.tsx'));
const TourStrip = lazy(() => import('../tour/TourStrip.tsx'));
const LabRuns = lazy(() => whenUsable(() => import('../../labs/shared/runs/LabRuns.tsx')));
const ShareDialog = lazy(() => import('../share/ShareDialog.tsx'));
const ShortcutsDialog = lazy(() => import('../ShortcutsDialog.tsx'));

export interface LabPageProps {
  readonly entry: RegistryEntry;
  /** What the address says after the question mark. */
  readonly linkState: string;
}

/** A lab: the bar, the settings and, around the parts that are its own, the layout. */
export default function LabPage({ entry, linkState: fromAddress }: LabPageProps) {
  const { linkState, asksForTour } = withoutTour(fromAddress);
  // The page brings the manifest: neither waits for the other.
  const manifest = entry.lab();
  const { parts } = use(entry.page());
  const lab = use(manifest);
  const { controller, enter, tour } = labRunner();
  const atWork = useMemo(
    () => ({ lab, controller, exports: parts.exports }),
    [lab, controller, parts],
  );
  const [areKeysShown, setAreKeysShown] = useState(false);
  const [isSharing, setIsSharing] = useState(false);
  const { presenting, notes } = usePresentMode();
  const [isDiagramShown, setIsDiagramShown] = useState(false);
  const [diagramAsked, setDiagramAsked] = useState(0);
  const texts = useMemo(() => whenUsable(parts.texts), [parts]);

  useEffect(() => {
    // The work that is open, or the link, comes first: the tour goes on from there.
    void enter(lab.id, linkState).then(() => {
      if (asksForTour && controller.document.getState().lab === lab.id) startTour(controller);
    });
    return () => void controller.pause();
  }, [controller, enter, lab.id, linkState, asksForTour]);

  const hasPicture = useStore(
    controller.run,
    ({ snapshot, phase }) => snapshot !== null || phase === 'failed',
  );
  useEffect(() => {
    if (hasPicture) markUsable();
  }, [hasPicture]);

  // Nothing here can show or train another lab's state.
  const isOurs = useStore(controller.document, isOpenIn(lab.id));
  const isReady = useStore(
    controller.run,
    ({ phase }) => phase !== 'opening' && phase !== 'failed',
  );
  const isOpen = isOurs && isReady;
  const hiddenByLink = useStore(controller.run, ({ view }) => view.hidden);
  // The diagram stands in the explanation; where there is none, beside the stage.
  const hasExplanation = !presenting && !hiddenByLink.includes('explanation');
  const toggleDiagram = () => setIsDiagramShown((now) => !now);
  const { slowMotion } = parts;
  const step = useStore(controller.run, (run) => entryIn(run, tourStep));
  const [runsActions, setRunsActions] = useState<readonly StageAction[]>([]);
  const canTour = lab.hasTour === true && step === null;
  const takeTour = () => startTour(controller);
  const ownActions = [
    ...runsActions,
    ...(parts.actions?.(controller) ?? []),
    ...(slowMotion ? [slowMotionAction(controller, slowMotion)] : []),
  ].map((action) => ({ ...action, enabled: isOpen }));
  const actions = [
    ...labActions(
      controller,
      {
        showDiagram: hasExplanation ? () => setDiagramAsked((count) => count + 1) : toggleDiagram,
        share: () => setIsSharing(true),
        showKeys: () => setAreKeysShown(true),
      },
      isOpen,
      !hiddenByLink.includes('transport'),
    ),
    {
      id: 'tour',
      label: 'Take the tour',
      keys: ['T'],
      // The tour itself goes on, and can be left, while one of its steps opens.
      enabled: isOpen && canTour,
      run: takeTour,
    },
    ...ownActions,
  ];
  useShortcuts(actions);
  useHoverEnds(controller);

  const visit = useStore(controller.run, (run) => run.visit);
  const hidden = [...hiddenByLink, ...(lab.usesBackend === false ? ['backend'] : [])];
  return (
    <LabProvider value={atWork}>
      <LabLayout
        presenting={presenting}
        presented={
          <Suspense fallback={null}>
            {(presenting || notes !== 'nowhere') && (
              <Presentation texts={texts} link={`#/${lab.id}?${linkState}`} />
            )}
            {hiddenByLink.length > 0 && (
              <ClassStrip hidden={hiddenByLink} presenting={presenting} />
            )}
          </Suspense>
        }
        hidden={hidden}
        diagram={
          isOurs &&
          isDiagramShown &&
          !hasExplanation && (
            <Suspense fallback={null}>
              <PresentedDiagram texts={texts} />
            </Suspense>
          )
        }
        explanationAsked={diagramAsked}
        tour={
          isOurs && (
            <Suspense fallback={null}>
              <LabRuns linkState={linkState} onActions={setRunsActions} />
              {step !== null && <TourStrip texts={texts} tour={tour} />}
            </Suspense>
          )
        }
        bar={
          <LabTopBar
            hidden={hidden}
            presenting={presenting}
            onPresent={present}
            isDiagramShown={isDiagramShown}
            onDiagram={toggleDiagram}
            onShare={() => setIsSharing(true)}
            onShowKeys={() => setAreKeysShown(true)}
          />
        }
        settings={
          isOurs && (
            <Suspense fallback={null}>
              <LabSettings hidden={hidden} Extras={parts.Extras} exports={parts.exports} />
            </Suspense>
          )
        }
        stage={
          isOurs && (
            <>
              {/* The lecturer says what to do. */}
              {!presenting && notes === 'nowhere' && (
                <FirstStep key={lab.id} lab={lab.id} firstStep={parts.firstStep} />
              )}
              {/* What is unfolded or chosen on the stage is not carried to another link. The first is
                  begun while the stage stands already. */}
              <parts.Stage key={Math.max(1, visit)} />
            </>
          )
        }
        explanation={
          isOurs && (
            <Suspense fallback={null}>
              <LabAside
                lab={lab.id}
                texts={texts}
                slowMotion={slowMotion}
                hasDiagram={hasExplanation}
                diagramAsked={diagramAsked}
                onTour={canTour ? takeTour : null}
              />
            </Suspense>
          )
        }
      />
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog open onOpenChange={setIsSharing} />
        </Suspense>
      )}
      {areKeysShown && (
        <Suspense fallback={null}>
          <ShortcutsDialog
            actions={actions}
            others={parts.keys}
            open
            onOpenChange={setAreKeysShown}
          />
        </Suspense>
      )}
    </LabProvider>
  );
}

/** A link to a lab's tour ends with `tour=1`; the rest of it is the lab's. */
function withoutTour(linkState: string): { linkState: string; asksForTour: boolean } {
  const pairs = linkState.split('&');
  const others = pairs.filter((pair) => pair !== 'tour=1');
  return { linkState: others.join('&'), asksForTour: others.length < pairs.length };
}
