import { ConflictError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './Git';
import { GitFailure } from './GitFailure';
import { requireBranchName } from './requireBranchName';
import { requireFilePath } from './requireFilePath';

/** A file or folder of a tree. */
export interface TreeEntry {
  path: string;
  type: 'file' | 'dir';
  sha: string;
}

const NO_COMMIT = '0'.repeat(40);
/** Of files that links and submodules are not. */
const MODE = /^100(644|755)$/;

/** What the forge reads from and writes to one bare repository. */
export class GitRepository {
  readonly folder: string;
  readonly #git: Git;

  static create(options: { folder: string }): GitRepository {
    return new GitRepository(options.folder);
  }

  private constructor(folder: string) {
    this.folder = folder;
    this.#git = Git.create({ folder });
  }

  /** Names of all branches, sorted. */
  async branches(): Promise<string[]> {
    const names = await this.#git.line({
      args: ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'],
    });
    return names.split('\n').filter(Boolean);
  }

  /** @returns the commit of a branch; undefined when there is no such branch */
  async commitOf(branch: string): Promise<string | undefined> {
    requireBranchName(branch);
    const { exitCode, stdout } = await this.#git.run({
      args: [
        'rev-parse',
        '--verify',
        '--quiet',
        `refs/heads/${branch}^{commit}`,
      ],
      alsoFine: [1],
    });
    return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  /** @throws NotFoundError when there is no such branch */
  async requireCommit(branch: string): Promise<string> {
    const commit = await this.commitOf(branch);
    if (!commit) {
      throw new NotFoundError(`There is no branch ${branch}`);
    }
    return commit;
  }

  /**
   * What lies directly in a folder.
   *
   * @param options.path - without slashes at its ends; empty for the root
   */
  async list(options: { branch: string; path: string }): Promise<TreeEntry[]> {
    const { branch, path } = options;
    const commit = await this.requireCommit(branch);
    const place = path === '' ? commit : `${commit}:${requireFilePath(path)}`;
    const { exitCode, stdout } = await this.#git.run({
      args: ['ls-tree', '-z', place],
      alsoFine: [128],
    });
    if (exitCode !== 0) {
      throw new NotFoundError(`There is no folder ${path} on ${branch}`);
    }
    return stdout
      .toString('utf8')
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const [, , type, sha, name] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line)!;
        return {
          path: path === '' ? name : `${path}/${name}`,
          type: type === 'tree' ? ('dir' as const) : ('file' as const),
          sha,
        };
      });
  }

  /** @returns undefined where there is no such file */
  async readFile(options: {
    branch: string;
    path: string;
  }): Promise<{ sha: string; mode: string; content: Buffer } | undefined> {
    const { branch, path } = options;
    const commit = await this.requireCommit(branch);
    const line = await this.#git.line({
      args: ['ls-tree', commit, '--', requireFilePath(path)],
    });
    const [mode, type, sha] = line.split(/\s/);
    if (type !== 'blob' || !MODE.test(mode)) {
      return undefined;
    }
    const { stdout } = await this.#git.run({ args: ['cat-file', 'blob', sha] });
    return { sha, mode, content: stdout };
  }

  /** A gzipped tar of a branch, below a folder. */
  async archive(options: { branch: string; folder: string }): Promise<Buffer> {
    const commit = await this.requireCommit(options.branch);
    const { stdout } = await this.#git.run({
      args: [
        'archive',
        '--format=tar.gz',
        `--prefix=${options.folder}/`,
        commit,
      ],
    });
    return stdout;
  }

  /**
   * Commits one file onto a branch, or onto a new one that begins there; the
   * first file of an empty repository makes its first branch.
   *
   * @param options.replaces - blob that the file is now; undefined for a new
   * file
   * @returns the commit
   * @throws ConflictError when the file or the branch has changed meanwhile
   */
  async commitFile(options: {
    branch: string;
    newBranch?: string;
    path: string;
    content: Buffer;
    message: string;
    replaces?: string;
  }): Promise<string> {
    const { branch, newBranch, path, content, message, replaces } = options;
    const isEmpty = (await this.branches()).length === 0;
    const parent = isEmpty ? undefined : await this.requireCommit(branch);
    const now = isEmpty ? undefined : await this.readFile({ branch, path });
    requireFilePath(path);
    if (now?.sha !== replaces) {
      throw new ConflictError(
        `${path} on ${branch} is not what it was: read it again`,
      );
    }
    const blob = await this.#git.line({
      args: ['hash-object', '-w', '--stdin'],
      input: content,
    });
    const tree = await this.#withIndex(async env => {
      await this.#git.run({ args: ['read-tree', parent ?? '--empty'], env });
      const mode = now?.mode ?? '100644';
      await this.#git.run({
        args: [
          'update-index',
          '--add',
          '--cacheinfo',
          `${mode},${blob},${path}`,
        ],
        env,
      });
      return this.#git.line({ args: ['write-tree'], env });
    });
    const commit = await this.#git.line({
      args: ['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'],
      input: message,
    });
    await this.#move(
      newBranch === undefined
        ? { branch, from: parent ?? NO_COMMIT, to: commit }
        : { branch: newBranch, from: NO_COMMIT, to: commit },
    );
    return commit;
  }

  /** What a branch changes of another, as a unified diff. */
  async diff(options: { base: string; head: string }): Promise<string> {
    const base = await this.requireCommit(options.base);
    const head = await this.requireCommit(options.head);
    const { stdout } = await this.#git.run({
      args: ['diff', '--no-ext-diff', '--no-textconv', `${base}...${head}`],
    });
    return stdout.toString('utf8');
  }

  /**
   * Merges one branch into another.
   *
   * @returns the commit of the merge
   * @throws ConflictError when both have changed the same place
   */
  async merge(options: {
    base: string;
    head: string;
    message: string;
  }): Promise<string> {
    const base = await this.requireCommit(options.base);
    const head = await this.requireCommit(options.head);
    const { exitCode, stdout } = await this.#git.run({
      args: ['merge-tree', '--write-tree', '--name-only', base, head],
      alsoFine: [1],
    });
    const [tree, ...places] = stdout.toString('utf8').split('\n');
    if (exitCode === 1) {
      throw new ConflictError(
        `${options.head} and ${options.base} have both changed ${
          places[0] || 'the same place'
        }: merge ${options.base} into ${options.head} first`,
      );
    }
    const commit = await this.#git.line({
      args: ['commit-tree', tree, '-p', base, '-p', head, '-F', '-'],
      input: options.message,
    });
    await this.#move({ branch: options.base, from: base, to: commit });
    return commit;
  }

  async #move(options: { branch: string; from: string; to: string }) {
    const { branch, from, to } = options;
    requireBranchName(branch);
    try {
      await this.#git.run({
        args: ['update-ref', `refs/heads/${branch}`, to, from],
      });
    } catch (error) {
      if (error instanceof GitFailure) {
        throw from === NO_COMMIT
          ? new ConflictError(`There is a branch ${branch} already`, error)
          : new ConflictError(`${branch} has moved on meanwhile`, error);
      }
      throw error;
    }
  }

  /** An index of its own, so that two changes at once do not meet in one. */
  async #withIndex<T>(
    work: (env: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const file = join(this.folder, `index-${randomUUID()}`);
    try {
      return await work({ GIT_INDEX_FILE: file });
    } finally {
      await rm(file, { force: true });
    }
  }
}
