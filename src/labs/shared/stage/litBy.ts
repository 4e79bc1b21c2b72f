/** By what panels of the stage say, on the page, which highlights light them. */
export const LIT_BY = 'data-lit-by';
