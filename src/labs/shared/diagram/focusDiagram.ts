/** Moves the focus to the diagram inside an element, where there is one, and the page with it. */
export function focusDiagram(within: Element | null): void {
  const diagram = within?.querySelector('[data-stage-part="diagram"]');
  diagram?.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  diagram?.scrollIntoView({ block: 'center' });
}
