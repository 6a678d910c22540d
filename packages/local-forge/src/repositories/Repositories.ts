import { ConflictError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Git, GitRepository } from '../git';
import { requireName } from './requireName';

/** Where a repository is. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** All repositories of the forge: a folder per owner, bare ones in it. */
export class Repositories {
  readonly #directory: string;

  static create(options: { directory: string }): Repositories {
    return new Repositories(options.directory);
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Folder under which git's own server finds them. */
  get directory(): string {
    return this.#directory;
  }

  /** Names of all, sorted. */
  async list(): Promise<RepositoryName[]> {
    const found: RepositoryName[] = [];
    for (const owner of await foldersIn(this.#directory)) {
      for (const name of await foldersIn(join(this.#directory, owner))) {
        if (name.endsWith('.git')) {
          found.push({ owner, repo: name.slice(0, -'.git'.length) });
        }
      }
    }
    return found;
  }

  /**
   * Makes an empty one; its owner is there with its first repository.
   *
   * @throws ConflictError when there is one of this name
   */
  async create(name: RepositoryName): Promise<GitRepository> {
    const folder = this.#folderOf(name);
    // made aside: nobody meets half a repository
    const aside = join(this.#directory, `.new-${randomUUID()}`);
    await mkdir(aside, { recursive: true });
    try {
      await Git.create({ folder: aside }).run({
        args: ['init', '--quiet', '--bare', '--initial-branch=main', aside],
      });
      await mkdir(join(this.#directory, name.owner), { recursive: true });
      if (await isFolder(folder)) {
        throw taken(name);
      }
      await rename(aside, folder).catch(error => {
        throw error.code === 'ENOTEMPTY' || error.code === 'EEXIST'
          ? taken(name)
          : error;
      });
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
    return GitRepository.create({ folder });
  }

  async find(name: RepositoryName): Promise<GitRepository | undefined> {
    const folder = this.#folderOf(name);
    return (await isFolder(folder))
      ? GitRepository.create({ folder })
      : undefined;
  }

  /** @throws NotFoundError when there is none of this name */
  async require(name: RepositoryName): Promise<GitRepository> {
    const found = await this.find(name);
    if (!found) {
      throw new NotFoundError(
        `There is no repository ${name.owner}/${name.repo} here`,
      );
    }
    return found;
  }

  #folderOf({ owner, repo }: RepositoryName): string {
    return join(
      this.#directory,
      requireName(owner),
      `${requireName(repo)}.git`,
    );
  }
}

function taken({ owner, repo }: RepositoryName): ConflictError {
  return new ConflictError(
    `There is a repository ${owner}/${repo} already: choose another name, or delete its folder`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return Boolean(found?.isDirectory());
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
}
