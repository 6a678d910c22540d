import express from 'express';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiRouter } from '../api';
import { Password, requireDevelopment, requireLoopback } from '../guard';
import { pageRouter } from '../pages';
import { Repositories } from '../repositories';
import { answerErrors } from './answerErrors';
import { gitRouter } from './gitRouter';

/**
 * A git forge on the loopback interface, for development: bare repositories in
 * a folder, git's smart HTTP, as much of Gitea's API as Backstage asks for, and
 * plain pages to look at repositories and to merge pull requests.
 *
 * @public
 */
export class LocalForge {
  readonly #server: Server;

  /**
   * @param options.directory - absolute path; made when it is not there
   * @param options.port - 0 for any that is free
   * @param options.username - of the one account, with which one pushes
   * @param options.environment - NODE_ENV by default
   * @param options.onFault - told of errors that no caller can mend
   * @throws Error in production, or when the port is taken
   */
  static async start(options: {
    directory: string;
    port: number;
    username: string;
    password: string;
    environment?: string;
    onFault?(error: Error): void;
  }): Promise<LocalForge> {
    const { environment = process.env.NODE_ENV } = options;
    requireDevelopment(environment);
    await mkdir(options.directory, { recursive: true });
    const app = express();
    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, '127.0.0.1', resolve);
    });
    const forge = new LocalForge(server);
    const { url: baseUrl } = forge;
    const repositories = Repositories.create(options);
    const password = Password.create(options);
    app.disable('x-powered-by');
    app.use(requireLoopback());
    app.use('/api/v1', apiRouter({ repositories, password, baseUrl }));
    app.use(gitRouter({ repositories, password }));
    app.use(pageRouter({ repositories, baseUrl }));
    app.use(answerErrors({ onFault: options.onFault ?? (() => undefined) }));
    return forge;
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Its address, without a slash at the end. */
  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends it; what is pushed stays. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
