/** How sure a rule is, in a word. */
export type ConfidenceLevel = 'certain' | 'high' | 'medium' | 'low';

/** @param confidence - 0..1 */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence >= 0.95) {
    return 'certain';
  }
  if (confidence >= 0.8) {
    return 'high';
  }
  return confidence >= 0.5 ? 'medium' : 'low';
}
