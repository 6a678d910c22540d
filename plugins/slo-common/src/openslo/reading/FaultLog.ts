import type { Fault } from '../../objective/ObjectiveDefinition';

/** More would help nobody, and a hostile document could make millions. */
const MAX_ENTRIES = 100;

/** What was found while one document was read. */
export class FaultLog {
  readonly #faults: Fault[] = [];
  readonly #warnings: Fault[] = [];

  get faults(): Fault[] {
    return this.#faults;
  }

  get warnings(): Fault[] {
    return this.#warnings;
  }

  /** Nothing more would be kept: a reader may stop. */
  get isFull(): boolean {
    return this.#faults.length >= MAX_ENTRIES;
  }

  fault(entry: Fault): void {
    append(this.#faults, entry);
  }

  warn(entry: Fault): void {
    append(this.#warnings, entry);
  }
}

function append(entries: Fault[], entry: Fault): void {
  if (entries.length < MAX_ENTRIES) {
    entries.push(entry);
  }
}
