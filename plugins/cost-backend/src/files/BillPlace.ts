import type { BillFile, LocalFile } from './BillFile';

/** Where files of bills lie: a directory, or an object store behind a URL. */
export interface BillPlace {
  /** For sentences: the directory or URL, without secrets. */
  readonly title: string;
  /**
   * Every file that is there, sorted by name, whole or not.
   *
   * @throws Error that names the place and the mend
   */
  list(options: { signal: AbortSignal }): Promise<BillFile[]>;
  /** A small file, such as a manifest. */
  readText(options: { name: string; signal: AbortSignal }): Promise<string>;
  /**
   * Brings files to this machine for as long as the work takes.
   *
   * @param options.folder - empty, for what has to be downloaded
   * @param options.bytes - how much may be downloaded, all files together
   * @throws BillRefusedError when it is more
   */
  bring(options: {
    files: readonly BillFile[];
    folder: string;
    bytes: number;
    signal: AbortSignal;
  }): Promise<LocalFile[]>;
}
