import { createHash } from 'node:crypto';
import { judgeInWorker } from './judgeInWorker';
import type { WorkspaceFile } from './WorkspaceFile';

/** Most files of a template are the same in every service. */
const MOST_KNOWN = 500;

/**
 * Judges of files that remember what they said: a library in a thread of its
 * own takes a second to start.
 */
export class FileJudge<TAnswer> {
  readonly #library: string;
  readonly #judge: string;
  readonly #known = new Map<string, TAnswer>();

  /** @see judgeInWorker */
  static create<T>(options: { library: string; judge: string }): FileJudge<T> {
    return new FileJudge<T>(options);
  }

  private constructor(options: { library: string; judge: string }) {
    this.#library = options.library;
    this.#judge = options.judge;
  }

  /** The answers, in the order of the files. */
  async judge(files: readonly WorkspaceFile[]): Promise<TAnswer[]> {
    const unknown = files.filter(file => !this.#known.has(keyOf(file)));
    const answers = new Map<string, TAnswer>();
    if (unknown.length) {
      const given = await judgeInWorker<TAnswer>({
        library: this.#library,
        judge: this.#judge,
        files: unknown,
      });
      unknown.forEach((file, index) => answers.set(keyOf(file), given[index]));
    }
    const all = files.map(
      file => (answers.get(keyOf(file)) ?? this.#known.get(keyOf(file)))!,
    );
    this.#remember(answers);
    return all;
  }

  #remember(answers: ReadonlyMap<string, TAnswer>): void {
    for (const [key, answer] of answers) {
      this.#known.set(key, answer);
    }
    for (const key of this.#known.keys()) {
      if (this.#known.size <= MOST_KNOWN) {
        return;
      }
      this.#known.delete(key);
    }
  }
}

function keyOf({ path, text }: WorkspaceFile): string {
  return createHash('sha256').update(`${path}\0${text}`).digest('base64');
}
