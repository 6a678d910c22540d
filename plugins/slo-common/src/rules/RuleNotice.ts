/** Something that became no rule, and why. @public */
export interface RuleNotice {
  /**
   * `objective`: nothing was made of it, its document has to be mended.
   * `pair`: a standard pair of burn rates that makes no sense for it.
   * `policy`: an alert of the document's own that could not work, or means
   * something else than it says.
   * `source`: rules for several metrics sources stand together.
   */
  about: 'objective' | 'pair' | 'policy' | 'source';
  /** `slo:default/checkout#requests-served`, or what is known of it. */
  subject: string;
  /** JSON path from the document's root: `spec.objectives[0].target`. */
  path: string;
  /** What is wrong and how to mend it, in one sentence. */
  message: string;
}
