/** One thing that is wrong with a file. */
export interface VerifyFinding {
  /** `error`: nothing is published. `warning`: it works, and is not as it should be. */
  severity: 'error' | 'warning';
  /** Name of the check that found it. */
  check: string;
  /** From the workspace's root, with slashes. */
  file: string;
  /** From 1, where it is known. */
  line?: number;
  /** What is wrong and how to mend it. */
  message: string;
}
