import {
  ConflictError,
  InputError,
  isError,
  NotFoundError,
} from '@backstage/errors';
import pLimit from 'p-limit';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GitRepository } from '../git';

const pullRequest = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string(),
  base: z.string(),
  head: z.string(),
  state: z.enum(['open', 'closed']),
  /** Commit of the merge. */
  mergedAs: z.string().optional(),
  /** ISO 8601, UTC. */
  openedAt: z.string(),
});

/** A change of one branch that is offered to another. */
export type PullRequest = z.infer<typeof pullRequest>;

/** One change at a time: a file has no transactions. */
const turn = pLimit(1);

/** The pull requests of one repository, in a file beside its objects. */
export class PullRequests {
  readonly #repository: GitRepository;
  readonly #now: () => Date;

  static create(options: {
    repository: GitRepository;
    now?: () => Date;
  }): PullRequests {
    return new PullRequests(options);
  }

  private constructor(options: {
    repository: GitRepository;
    now?: () => Date;
  }) {
    this.#repository = options.repository;
    this.#now = options.now ?? (() => new Date());
  }

  /** All of them, the newest first. */
  async list(): Promise<PullRequest[]> {
    try {
      const text = await readFile(this.#file, 'utf8');
      return z.array(pullRequest).parse(JSON.parse(text));
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return [];
      }
      throw error;
    }
  }

  /** @throws NotFoundError when there is none of this number */
  async require(number: number): Promise<PullRequest> {
    const found = (await this.list()).find(one => one.number === number);
    if (!found) {
      throw new NotFoundError(`There is no pull request ${number} here`);
    }
    return found;
  }

  /** The one that is open between two branches. */
  async findOpen(branches: {
    base: string;
    head: string;
  }): Promise<PullRequest | undefined> {
    const { base, head } = branches;
    return (await this.list()).find(
      one => one.state === 'open' && one.base === base && one.head === head,
    );
  }

  /**
   * @throws ConflictError when one is open between these branches
   * @throws InputError when there is nothing to merge
   */
  async open(
    wanted: Pick<PullRequest, 'title' | 'body' | 'base' | 'head'>,
  ): Promise<PullRequest> {
    const base = await this.#repository.requireCommit(wanted.base);
    if ((await this.#repository.requireCommit(wanted.head)) === base) {
      throw new InputError(`${wanted.head} changes nothing of ${wanted.base}`);
    }
    return turn(async () => {
      const all = await this.list();
      if (await this.findOpen(wanted)) {
        throw new ConflictError(
          `A pull request from ${wanted.head} to ${wanted.base} is open already`,
        );
      }
      const opened: PullRequest = {
        ...wanted,
        number: (all[0]?.number ?? 0) + 1,
        state: 'open',
        openedAt: this.#now().toISOString(),
      };
      await this.#write([opened, ...all]);
      return opened;
    });
  }

  /** Merges it; a second time changes nothing. */
  async merge(number: number): Promise<PullRequest> {
    return turn(async () => {
      const found = await this.require(number);
      if (found.state === 'closed') {
        return found;
      }
      const { base, head, title, body } = found;
      const mergedAs = await this.#repository.merge({
        base,
        head,
        message: `${title} (#${number})\n\n${body}\n`,
      });
      const merged: PullRequest = { ...found, state: 'closed', mergedAs };
      const all = await this.list();
      await this.#write(all.map(one => (one.number === number ? merged : one)));
      return merged;
    });
  }

  get #file(): string {
    return join(this.#repository.folder, 'pull-requests.json');
  }

  async #write(all: PullRequest[]): Promise<void> {
    // renamed into its place: a process that is killed leaves no half file
    const aside = `${this.#file}.new`;
    await writeFile(aside, `${JSON.stringify(all, undefined, 2)}\n`);
    await rename(aside, this.#file);
  }
}
