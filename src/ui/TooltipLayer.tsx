import { Tooltip } from '@base-ui/react/tooltip';
import styles from './Tooltip.module.css';
import { useTooltipTarget } from './useTooltipTarget.ts';

/**
 * Shows the text of `data-tooltip` attributes. Once on the page, loaded after it: a tooltip only
 * repeats or adds to what its element says by itself.
 */
export default function TooltipLayer() {
  const { target, close } = useTooltipTarget();
  return (
    <Tooltip.Root open={target !== null} onOpenChange={(open) => !open && close()}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={target?.element ?? null}
          sideOffset={6}
          className={styles.positioner}
        >
          <Tooltip.Popup className={styles.popup}>{target?.text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
