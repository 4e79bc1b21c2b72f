import { lazy, Suspense, use, useId, useRef, useState } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { classNames } from '../../../ui/classNames.ts';
import styles from '../sideSection.module.css';
import {
  exportBound,
  exportModel,
  exportPicture,
  exportPython,
  exportTable,
  importModel,
} from './exports.ts';
import type { LabExports, PictureOffer } from './labExports.ts';

const GifRecorder = lazy(() => import('./moving/GifRecorder.tsx'));

const WHOLE_STAGE: PictureOffer = { value: 'stage', label: 'All plots' };

export interface ExportSectionProps {
  /** The same promise at every call. */
  readonly exports: Promise<LabExports>;
  /** Of a lab by its id; null for a lab that is unknown. */
  readonly titleOf: (lab: string) => string | null;
}

/** Pictures, numbers and models to save, and models to open. */
export function ExportSection({ exports, titleOf }: ExportSectionProps) {
  const { pictures, tables, python, boundOf, hasBound } = use(exports);
  const controller = useController();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState(WHOLE_STAGE.value);
  const [isRecorderOpen, setIsRecorderOpen] = useState(false);
  const isReady = useRun(({ phase, snapshot }) => phase !== 'failed' && snapshot !== null);
  const hasHistory = useRun(({ history }) => history.step.length > 0);

  const attempt = (work: () => Promise<void> | void) => async () => {
    try {
      await work();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      controller.tell({ id: 'export', kind: 'problem', text: `Nothing was saved: ${text}` });
    }
  };

  return (
    <section className={classNames(styles.section, styles.last)} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        Keep
      </h3>
      <Choice
        label="Picture of"
        value={picture}
        options={[WHOLE_STAGE, ...pictures]}
        onChange={setPicture}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-label="Save picture as SVG"
          disabled={!isReady}
          onClick={attempt(() => exportPicture(controller, picture, 'svg'))}
        >
          SVG
        </Button>
        <Button
          size="small"
          aria-label="Save picture as PNG"
          disabled={!isReady}
          onClick={attempt(() => exportPicture(controller, picture, 'png'))}
        >
          PNG
        </Button>
        <Button
          size="small"
          tooltip="A moving picture of what happens from now on"
          aria-label="Record a GIF"
          aria-expanded={isRecorderOpen}
          disabled={!isReady}
          onClick={() => setIsRecorderOpen(!isRecorderOpen)}
        >
          GIF
        </Button>
      </div>
      {isRecorderOpen && (
        <Suspense>
          <GifRecorder picture={picture} />
        </Suspense>
      )}
      <div className={styles.row}>
        <span className={styles.label}>Numbers</span>
        <div className={styles.buttons}>
          {tables.map((table) => (
            <Button
              key={table.label}
              size="small"
              tooltip={table.tooltip}
              disabled={!isReady}
              onClick={attempt(() => exportTable(controller, table))}
            >
              {table.label}
            </Button>
          ))}
          {python && (
            <Button
              size="small"
              tooltip="The model as shown, as a .npz file for NumPy, with a notebook that computes this page’s results from it"
              disabled={!isReady}
              onClick={attempt(() => exportPython(controller, python))}
            >
              Python
            </Button>
          )}
          {hasBound !== false && (
            <Button
              size="small"
              tooltip={`The ELBO${boundOf ? ` of the ${boundOf}` : ''} and its parts over time as CSV`}
              disabled={!hasHistory}
              onClick={attempt(() => exportBound(controller, boundOf))}
            >
              {boundOf ? `${boundOf} ELBO` : 'ELBO'}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Model</span>
        <div className={styles.buttons}>
          <Button
            size="small"
            tooltip="The model, its settings and edits as JSON: training continues exactly from here"
            disabled={!isReady}
            onClick={attempt(() => exportModel(controller))}
          >
            Save
          </Button>
          <Button
            size="small"
            tooltip="Open a saved model, or arrays that Python wrote"
            onClick={() => input.current?.click()}
          >
            Open
          </Button>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,.npz,.zip,application/json"
        hidden
        aria-label="Model file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void importModel(controller, file, null, titleOf);
        }}
      />
    </section>
  );
}
