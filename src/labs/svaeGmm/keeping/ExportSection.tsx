import { useId, useRef, useState } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { classNames } from '../../../ui/classNames.ts';
import styles from '../sideSection.module.css';
import {
  exportBound,
  exportModel,
  exportPicture,
  exportPoints,
  importModel,
  type Picture,
} from './exports.ts';

const PICTURES: readonly { readonly value: Picture; readonly label: string }[] = [
  { value: 'stage', label: 'All plots' },
  { value: 'data-space', label: 'Data space' },
  { value: 'latent-space', label: 'Latent space' },
  { value: 'bound', label: 'Evidence lower bound' },
  { value: 'weights', label: 'Cluster weights' },
];

/** Pictures, numbers and models to take away, and models to bring back. */
export default function ExportSection() {
  const controller = useController();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<Picture>('stage');
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
      <Choice label="Picture of" value={picture} options={PICTURES} onChange={setPicture} />
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
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Numbers</span>
        <div className={styles.buttons}>
          <Button
            size="small"
            tooltip="Observations, clusters, latents and reconstructions as CSV"
            disabled={!isReady}
            onClick={attempt(() => exportPoints(controller))}
          >
            Points
          </Button>
          <Button
            size="small"
            tooltip="The bound and its parts over time as CSV"
            disabled={!hasHistory}
            onClick={attempt(() => exportBound(controller))}
          >
            Bound
          </Button>
        </div>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Model</span>
        <div className={styles.buttons}>
          <Button
            size="small"
            tooltip="The model, its settings and edits as JSON: it goes on exactly here"
            disabled={!isReady}
            onClick={attempt(() => exportModel(controller))}
          >
            Save
          </Button>
          <Button
            size="small"
            tooltip="Open a model saved before"
            onClick={() => input.current?.click()}
          >
            Open
          </Button>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Model file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void importModel(controller, file);
        }}
      />
    </section>
  );
}
