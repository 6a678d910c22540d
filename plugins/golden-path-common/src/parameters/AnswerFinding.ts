/** What is wrong with one answer of the form, and how to mend it. @public */
export interface AnswerFinding {
  /** Name of the parameter: 'latencyP99Ms'; of an item in a list: 'dependsOn.0'. */
  field: string;
  /** Without the name: 'must be at least latencyP95Ms, 1000'. */
  message: string;
}
