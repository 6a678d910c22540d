/** A condition on one label. */
export interface LabelMatcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** One series of the demo world, as a document asks for it. */
export interface DemoQuery {
  metric: string;
  matchers: LabelMatcher[];
  /** Functions round the selector, the outermost first. */
  functions: string[];
  /** The selector has a range, `[{{.window}}]` or a duration. */
  ranged: boolean;
}
