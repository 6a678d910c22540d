import { InputError } from '@backstage/errors';
import { type ParsedValues, parseValues } from './parseValues';

/** Characters that are read in all, every round anew: about a second. */
const MOST_READ = 2_000_000;

/** A file of values as it stands at one time. */
export interface ReadValues extends ParsedValues {
  source: string;
}

/**
 * Reads a file again and again while it is changed, in one turn of the
 * process: what would take long is refused before it is begun.
 */
export class ValuesReader {
  readonly #file: string;
  #left = MOST_READ;

  /** @param options.file - for messages */
  static create(options: { file: string }): ValuesReader {
    return new ValuesReader(options.file);
  }

  private constructor(file: string) {
    this.#file = file;
  }

  /** @throws InputError for what is no mapping, no YAML, or too much */
  read(source: string): ReadValues {
    this.#left -= source.length;
    if (this.#left < 0) {
      throw new InputError(
        `${
          this.#file
        }: is too large for so many changes; change fewer values at once, or split the file`,
      );
    }
    return { source, ...parseValues({ source, file: this.#file }) };
  }
}
