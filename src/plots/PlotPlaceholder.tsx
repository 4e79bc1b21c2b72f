/** What stands in a plot that has nothing to draw yet. */
export interface Placeholder {
  readonly kind: 'loading' | 'empty';
  readonly message: string;
}

/** A message over the plot's frame; it takes no space of its own, so nothing moves when data arrive. */
export function PlotPlaceholder({ kind, message }: Placeholder) {
  return (
    <div className="plot-placeholder" data-kind={kind} role="status">
      {kind === 'loading' && <span className="plot-placeholder-dots" aria-hidden="true" />}
      <span>{message}</span>
    </div>
  );
}
