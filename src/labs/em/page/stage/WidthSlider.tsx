import { useController, useDocument } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { emTable } from '../../settings.ts';

const { min, max, step, scale } = emTable('em').settings.clusterWidth;
const HELP =
  'sigma, the standard deviation of all clusters: how softly points are assigned. Small widths give k-means; with large widths all means become equal.';

/** The width: the only parameter of soft k-means besides its means. A change updates the responsibilities at once. */
export default function WidthSlider() {
  const controller = useController();
  const width = useDocument(({ settings }) => Number(settings.clusterWidth));
  return (
    <NumberSlider
      label="Width"
      help={HELP}
      {...{ min, max, step, scale }}
      value={width}
      onChange={(clusterWidth) => controller.draftSetting('clusterWidth', clusterWidth)}
      onCommit={(clusterWidth) => void controller.changeSettings({ clusterWidth })}
    />
  );
}
