const PROPERTY = '--limio-accent';

/**
 * Draws in the colour of the `accent` attribute. Set by script, as a strict policy refuses a style in markup.
 *
 * @param accent any colour of CSS; anything else is passed over.
 */
export function applyAccent(root: ParentNode, accent: string): void {
  const { style } = root.querySelector<HTMLElement>('.base') ?? {};
  const colour = CSS.supports('color', accent) ? accent : '';
  // Not written where it is the same: to take nothing away leaves an empty attribute behind.
  if (style && style.getPropertyValue(PROPERTY) !== colour) style.setProperty(PROPERTY, colour);
}
