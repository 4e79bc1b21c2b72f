/**
 * Why the picture does not change although steps are taken; null while nothing is on trial.
 *
 * @param onTrial the change on trial, as the subject of a sentence: "Merging cluster 3 into cluster 7"
 */
export const trialInWords = (onTrial: string | null | undefined): string | null =>
  onTrial
    ? `The picture does not change while a copy of the model trains: ${onTrial.replace(/,$/, '')} is on trial.`
    : null;
