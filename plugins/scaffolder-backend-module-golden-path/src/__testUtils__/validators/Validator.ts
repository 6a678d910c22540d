import type { RenderedService } from '../renderService';

/** Judges one rendering of the matrix; who makes a layer brings its own. */
export interface Validator {
  /** What it finds right: the name of the test. */
  name: string;
  /** Why it cannot judge on this machine, for instance a program is missing. */
  missing?(): string | undefined;
  /** Sentences that name file and fault; none where all is right. */
  validate(service: RenderedService): string[] | Promise<string[]>;
}
