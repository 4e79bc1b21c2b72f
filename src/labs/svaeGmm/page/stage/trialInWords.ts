/**
 * Why nothing moves although steps are taken.
 *
 * @param onTrial the change on trial, as the subject of a sentence: "Merging cluster 3 into cluster 7"
 */
export const trialInWords = (onTrial: string): string =>
  `The picture stands still while another copy takes the steps: ${onTrial.replace(/,$/, '')} is on trial.`;
