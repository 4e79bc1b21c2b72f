import { colour } from '../../../plots/style/palette.ts';
import { symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';

/** Colour and mark of a topic, as in plots. */
export function TopicMark({ of }: { readonly of: number }) {
  const theme = useTheme();
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={symbolPath(of, 5)} fill={colour(of, theme)} />
    </svg>
  );
}
