import { Tooltip } from '@base-ui/react/tooltip';
import styles from './Tooltip.module.css';
import { useTooltipTarget } from './useTooltipTarget.ts';

/**
 * Shows the text of `data-tooltip` attributes. Once on the page, loaded after it. For the eye only:
 * elements say the same to screen readers as their name or description.
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
          aria-hidden="true"
        >
          <Tooltip.Popup className={styles.popup}>{target?.text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
