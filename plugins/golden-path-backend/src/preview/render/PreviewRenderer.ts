import { createHash } from 'node:crypto';
import type { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import {
  layersOf,
  judgeServiceParameters,
} from '@plimsoll/plugin-golden-path-common';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { PreviewTemplate } from '../template/PreviewTemplate';
import type {
  TemplateFile,
  TemplateFolders,
} from '../template/TemplateFolders';
import { changedPaths, withOtherPromise } from './otherPromise';
import { RefusedAnswer, renderAnswers } from './renderAnswers';
import { type RenderedPreview, toRenderedPreview } from './RenderedPreview';

/** Renderings at once; each takes a core for its time. */
const AT_ONCE = 2;
/** Renderings that may wait; whoever comes later is asked to try again. */
const WAITING = 20;
/** Previews kept; each holds names and hashes of some 200 files. */
const KEPT = 100;
/** What the catalog says of an owner may change. */
const KEPT_MS = 60_000;
/** Files follow the promise by the way the template is built. */
const FOLLOWING_KEPT = 50;

/** Answers that decide which files there are. */
const SHAPES = ['pipeline', 'strategy', 'terraform', 'chaos'];

interface Rendering {
  template: PreviewTemplate;
  answers: Record<string, unknown>;
}

/** Renders previews, few at once, and keeps them for as long as somebody types. */
export class PreviewRenderer {
  readonly #auth: AuthService;
  readonly #scaffolder: Pick<ScaffolderService, 'dryRun'>;
  readonly #folders: TemplateFolders;
  readonly #limit = pLimit(AT_ONCE);
  readonly #kept = new LRUCache<string, Promise<RenderedPreview>>({
    max: KEPT,
    ttl: KEPT_MS,
  });
  readonly #following = new LRUCache<string, Promise<Set<string>>>({
    max: FOLLOWING_KEPT,
  });

  static create(options: {
    auth: AuthService;
    scaffolder: Pick<ScaffolderService, 'dryRun'>;
    folders: TemplateFolders;
  }): PreviewRenderer {
    return new PreviewRenderer(options);
  }

  private constructor(options: {
    auth: AuthService;
    scaffolder: Pick<ScaffolderService, 'dryRun'>;
    folders: TemplateFolders;
  }) {
    this.#auth = options.auth;
    this.#scaffolder = options.scaffolder;
    this.#folders = options.folders;
  }

  /**
   * @throws RefusedAnswer when the template's own steps refuse an answer
   * @throws ServiceUnavailableError when too many wait
   */
  async render(
    rendering: Rendering,
  ): Promise<{ rendered: RenderedPreview; following: Set<string> }> {
    const { template } = rendering;
    const { findings, parameters: answers } = judgeServiceParameters(
      rendering.answers,
    );
    if (!answers) {
      throw new RefusedAnswer(findings[0]);
    }
    const folder = layersUsed({
      folder: await this.#folders.read(template.entity),
      layers: layersOf({ stack: template.stack, pipeline: answers.pipeline }),
    });
    const base = hashOf([template.entity, folder]);
    const rendered = await this.#render({ template, answers, folder, base });
    const shape = SHAPES.map(name => answers[name as keyof typeof answers]);
    const following = await this.#keep(
      this.#following,
      hashOf([base, shape]),
      async () =>
        changedPaths(
          rendered,
          await this.#render({
            template,
            answers: withOtherPromise(answers),
            folder,
            base,
          }),
        ),
    );
    return { rendered, following };
  }

  #render(
    options: Rendering & { folder: TemplateFile[]; base: string },
  ): Promise<RenderedPreview> {
    const { template, answers, folder, base } = options;
    return this.#keep(this.#kept, hashOf([base, answers]), () => {
      if (this.#limit.pendingCount >= WAITING) {
        throw new ServiceUnavailableError(
          'Too many previews are being made; try again in some seconds',
        );
      }
      return this.#limit(async () =>
        toRenderedPreview(
          await renderAnswers({
            scaffolder: this.#scaffolder,
            template,
            folder,
            answers,
            credentials: await this.#auth.getOwnServiceCredentials(),
          }),
        ),
      );
    });
  }

  /** Whoever asks for the same meanwhile waits for the same. */
  async #keep<T extends object>(
    kept: LRUCache<string, Promise<T>>,
    key: string,
    make: () => Promise<T>,
  ): Promise<T> {
    const there = kept.get(key);
    if (there) {
      return there;
    }
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  }
}

/** What the steps fetch of a folder; the layers of other stacks are not sent. */
function layersUsed(options: {
  folder: TemplateFile[];
  layers: string[];
}): TemplateFile[] {
  return options.folder.filter(({ path }) =>
    options.layers.some(layer => path.startsWith(`layers/${layer}/`)),
  );
}

function hashOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
