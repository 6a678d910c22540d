/** The target as the document writes it, in percent: "99.9%". */
export function targetText(objective: { targetText: string }): string {
  return `${objective.targetText}%`;
}
