/** Signs of what planes of points draw, as they look in the plot; 16 x 16, see LayerToggles. */
export const planeSigns = {
  observations: (
    <g fill="currentColor" stroke="none" opacity="0.75">
      <circle cx="4" cy="11" r="1.7" />
      <circle cx="8" cy="5" r="1.7" />
      <circle cx="12.4" cy="9.4" r="1.7" />
    </g>
  ),
  reconstructions: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.2" cy="11" r="2.6" />
      <path d="M11 2.6l3 5.2H8z" />
    </g>
  ),
  links: (
    <g>
      <path d="M4.4 11.4 11.4 4.6" />
      <circle cx="3.6" cy="12.2" r="1.5" fill="currentColor" stroke="none" />
      <circle cx="12.2" cy="3.8" r="2.4" fill="currentColor" stroke="none" />
    </g>
  ),
  grid: <path d="M2 5.4h12M2 10.6h12M5.4 2v12M10.6 2v12" />,
  samples: (
    <g fill="currentColor" stroke="none" opacity="0.6">
      <circle cx="4" cy="4.4" r="1.5" />
      <circle cx="9.4" cy="3.4" r="1.5" />
      <circle cx="6.6" cy="8" r="1.5" />
      <circle cx="12" cy="8" r="1.5" />
      <circle cx="3.6" cy="12" r="1.5" />
      <circle cx="9.6" cy="12.6" r="1.5" />
    </g>
  ),
};
