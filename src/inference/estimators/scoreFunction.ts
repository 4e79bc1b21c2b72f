/**
 * The score function estimator (REINFORCE): f times the score. It needs no derivative of f, and q may
 * be discrete.
 */
import { constantBaseline } from './baseline.ts';

export const scoreFunction = constantBaseline(() => 0);
