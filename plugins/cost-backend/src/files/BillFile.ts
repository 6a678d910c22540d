/** A file of a bill, as its place lists it. */
export interface BillFile {
  /** Path below the place's root, with `/` on every system. */
  name: string;
  /** Changes whenever the content does. */
  version: string;
  /** Unix milliseconds of the last change, where the place knows it. */
  changedAt?: number;
}

/** A file that lies on this machine while it is read. */
export interface LocalFile {
  name: string;
  /** Absolute. */
  path: string;
}
