import { colour } from '../../../../plots/style/palette.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useController } from '../../../../store/context.ts';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import styles from './DrawingTools.module.css';
import { trainOnDrawn } from './drawing.ts';
import { draw, stopDrawing, useDrawing } from './drawingState.ts';
import { DRAWN_CLASSES } from './drawnPoints.ts';

const CLASSES = Array.from({ length: DRAWN_CLASSES }, (_, label) => label);

/** Brushes of several classes, the eraser, and what to do with the points. */
export default function DrawingTools() {
  const theme = useTheme();
  const controller = useController();
  const { tool, brush, drawn } = useDrawing();
  const count = drawn?.length ?? 0;
  return (
    <div role="toolbar" aria-label="Drawing" className={styles.tools}>
      <div className={styles.group}>
        {CLASSES.map((label) => (
          <button
            key={label}
            type="button"
            className={styles.tool}
            aria-label={`Brush, class ${label + 1}`}
            aria-pressed={tool === 'brush' && brush === label}
            data-tooltip={`Draw points of class ${label + 1}`}
            onClick={() => draw(controller, { tool: 'brush', brush: label })}
          >
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <path d={symbolPath(label, 5)} fill={colour(label, theme)} />
            </svg>
          </button>
        ))}
        <button
          type="button"
          className={styles.tool}
          aria-label="Eraser"
          aria-pressed={tool === 'eraser'}
          data-tooltip="Erase points under the circle"
          onClick={() => draw(controller, { tool: 'eraser' })}
        >
          <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d="M6 13.4 2.4 9.8 9.6 2.6l3.8 3.8-7 7zM5.6 6.6l3.8 3.8M6 13.4h7.6" />
          </svg>
        </button>
      </div>
      <div className={styles.group}>
        <Button
          size="small"
          variant="quiet"
          disabled={count === 0}
          onClick={() => draw(controller, { drawn: [] })}
        >
          Clear
        </Button>
        <Button
          size="small"
          variant="primary"
          disabled={count === 0}
          onClick={() => void trainOnDrawn(controller)}
        >
          Train on these
        </Button>
        <IconButton
          size="small"
          icon="close"
          label="Stop drawing"
          onClick={() => stopDrawing(controller)}
        />
      </div>
    </div>
  );
}
