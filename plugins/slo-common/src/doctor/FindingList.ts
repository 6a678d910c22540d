import type { Finding, FindingSeverity } from './Finding';

/**
 * Findings of one severity that are kept of a text. More would help nobody, and
 * a text of tiny documents can make hundreds of thousands.
 */
const MAX_OF_SEVERITY = 1_000;

/**
 * Collects findings, each once: objectives of one document say the same of what
 * they share. Errors are counted by themselves, so that no number of notes
 * keeps one away.
 */
export class FindingList {
  readonly #found = new Map<string, Finding>();
  readonly #counts: Record<FindingSeverity, number> = {
    error: 0,
    warning: 0,
    info: 0,
  };

  static create(): FindingList {
    return new FindingList();
  }

  private constructor() {}

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { severity } = finding;
      if (this.#counts[severity] < MAX_OF_SEVERITY) {
        const key = JSON.stringify(finding);
        this.#counts[severity] += this.#found.has(key) ? 0 : 1;
        this.#found.set(key, finding);
      }
    }
  }

  /** In the order in which they were found. */
  toArray(): Finding[] {
    return [...this.#found.values()];
  }
}
