import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  type AnswerFinding,
  fileUrlOf,
  hostOfRepoUrl,
  LOCK_FILE,
  type PlannedRepository,
  planRepository,
  readLock,
  type RepositoryHost,
} from '@plimsoll/plugin-golden-path-common';
import { LRUCache } from 'lru-cache';

/** What tells of a repository that somebody filled, most telling first. */
const SIGNS = [LOCK_FILE, 'catalog-info.yaml', 'README.md'];

/** A file by which a repository is known to be filled. */
interface Sign {
  path: string;
  text: string;
}

/** Whether a repository can be made. */
export interface JudgedRepository {
  findings: AnswerFinding[];
  /** There is one already; otherwise none can be there. */
  isTaken: boolean;
}

/** So long a host may take; who fills in a form does not wait for longer. */
const PATIENCE_MS = 3_000;
/** While somebody types, the same repository is looked at once. */
const KEPT_MS = 20_000;

const FREE: JudgedRepository = { findings: [], isTaken: false };

/**
 * Looks whether a repository is somebody's already. It looks for the files that
 * nearly every repository has, with the credentials of `integrations`: what it
 * does not find it calls free, and `goldenpath:target` looks again before
 * anything is made.
 */
export class TakenRepositories {
  readonly #reader: UrlReaderService;
  readonly #hostOf: (host: string) => RepositoryHost | undefined;
  readonly #logger: LoggerService;
  readonly #kept = new LRUCache<string, Promise<Sign | undefined>>({
    max: 200,
    ttl: KEPT_MS,
  });

  static create(options: {
    reader: UrlReaderService;
    hostOf(host: string): RepositoryHost | undefined;
    logger: LoggerService;
  }): TakenRepositories {
    return new TakenRepositories(options);
  }

  private constructor(options: {
    reader: UrlReaderService;
    hostOf(host: string): RepositoryHost | undefined;
    logger: LoggerService;
  }) {
    this.#reader = options.reader;
    this.#hostOf = options.hostOf;
    this.#logger = options.logger;
  }

  /** @param answers - those that nothing is wrong with by themselves */
  async judge(answers: Record<string, unknown>): Promise<JudgedRepository> {
    const { repoUrl } = answers;
    if (typeof repoUrl !== 'string') {
      return FREE;
    }
    const name = hostOfRepoUrl(repoUrl);
    const host = this.#hostOf(name);
    if (!host) {
      return impossible(
        `integrations of app-config names no GitHub, GitLab or Gitea at ${name}`,
      );
    }
    try {
      const repository = planRepository({
        repoUrl,
        host: { ...host, baseUrl: host.baseUrl.replace(/\/+$/, '') },
      });
      const sign = await this.#look(repository);
      return sign ? takenBy({ url: repository.url, sign, answers }) : FREE;
    } catch (error) {
      if (isError(error) && error.name === 'InputError') {
        return impossible(error.message.replace(/^repoUrl: /, ''));
      }
      // who fills in a form is not held up by a host that does not answer
      this.#logger.warn(`Could not look whether ${repoUrl} is taken: ${error}`);
      return FREE;
    }
  }

  #look(repository: PlannedRepository): Promise<Sign | undefined> {
    const { url } = repository;
    const looked = this.#kept.get(url) ?? this.#find(repository);
    this.#kept.set(url, looked);
    looked.catch(() => this.#kept.delete(url));
    return looked;
  }

  async #find(repository: PlannedRepository): Promise<Sign | undefined> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const texts = await Promise.all(
      SIGNS.map(path => this.#read(fileUrlOf(repository, path), signal)),
    );
    const index = texts.findIndex(text => text !== undefined);
    return index < 0
      ? undefined
      : { path: SIGNS[index], text: texts[index] ?? '' };
  }

  async #read(url: string, signal: AbortSignal): Promise<string | undefined> {
    try {
      const file = await Promise.race([
        this.#reader.readUrl(url, { signal }),
        onceAborted(signal),
      ]);
      return (await file.buffer()).toString('utf8');
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }
}

/** Not every reader listens to its signal. */
function onceAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

function takenBy(options: {
  url: string;
  sign: Sign;
  answers: Record<string, unknown>;
}): JudgedRepository {
  const { url, sign, answers } = options;
  const { path, text } = sign;
  if (path !== LOCK_FILE) {
    return taken(`the repository ${url} exists already; choose another one`);
  }
  const { name, owner } = readLock(text)?.answers ?? {};
  // an earlier try, which the task takes up again
  return name === answers.name && owner === answers.owner
    ? FREE
    : taken(
        `the repository ${url} exists already: it is ${name} of ${owner}; choose another one`,
      );
}

function taken(message: string): JudgedRepository {
  return { findings: [{ field: 'repoUrl', message }], isTaken: true };
}

function impossible(message: string): JudgedRepository {
  return { findings: [{ field: 'repoUrl', message }], isTaken: false };
}
