/** What a command reads and where it speaks. @public */
export interface Terminal {
  /** Folder that paths start from. */
  cwd: string;
  /** All of the standard input. */
  readInput(): Promise<string>;
  /** Writes to the standard output. */
  write(text: string): void;
  /** Writes one line for people, to the standard error. */
  tell(line: string): void;
}
