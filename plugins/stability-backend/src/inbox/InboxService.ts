import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type InboxItem,
  type InboxPage,
  type MappingRule,
  type MappingRulePreview,
  type NewMappingRule,
  type StabilityPage,
  stabilityInboxManagePermission,
} from '@plimsoll/plugin-stability-common';
import type { Request } from 'express';
import type { InboxPages } from './page/InboxPages';
import type { ListInboxRequest } from './page/inboxRequests';
import type { MappingRules } from './rules/MappingRules';

/** Who asks, and with which request. */
export interface InboxCaller {
  credentials: BackstageCredentials;
  request: Request;
}

/** @see InboxService */
export interface InboxServiceOptions {
  pages: InboxPages;
  rules: MappingRules;
  /** Has one delivery read again. */
  requeue: (id: string) => Promise<void>;
  /** Told when something waits to be read. */
  onRequeued: () => void;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** What people may do with the inbox: all of it needs `stability.inbox.manage`. */
export class InboxService {
  readonly #options: InboxServiceOptions;

  static create(options: InboxServiceOptions): InboxService {
    return new InboxService(options);
  }

  private constructor(options: InboxServiceOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError without the permission; so do all others */
  async list(
    request: ListInboxRequest,
    caller: InboxCaller,
  ): Promise<InboxPage> {
    await this.#authorize(caller);
    return this.#options.pages.list(request);
  }

  /** @throws NotFoundError when there is no such delivery */
  async get(id: string, caller: InboxCaller): Promise<InboxItem> {
    return this.#audited('inbox-read', { id }, caller, () =>
      this.#options.pages.get(id),
    );
  }

  /** @throws NotFoundError, or ConflictError when it waits already */
  async replay(id: string, caller: InboxCaller): Promise<InboxItem> {
    const { requeue, pages, onRequeued } = this.#options;
    return this.#audited('inbox-replay', { id }, caller, async () => {
      await requeue(id);
      onRequeued();
      const { body: _, ...item } = await pages.get(id);
      return item;
    });
  }

  async listRules(caller: InboxCaller): Promise<StabilityPage<MappingRule>> {
    await this.#authorize(caller);
    const items = await this.#options.rules.list();
    return { items, totalItems: items.length, pageInfo: {} };
  }

  /** Changes nothing. */
  async previewRule(
    rule: NewMappingRule,
    caller: InboxCaller,
  ): Promise<MappingRulePreview> {
    await this.#authorize(caller);
    return this.#options.rules.preview(rule);
  }

  async addRule(
    rule: NewMappingRule,
    caller: InboxCaller,
  ): Promise<MappingRule> {
    const { rules, onRequeued } = this.#options;
    const meta = { queryType: 'add', entityRef: rule.entityRef };
    return this.#audited('inbox-rule-change', meta, caller, async () => {
      const added = await rules.add(rule, refOf(caller.credentials));
      onRequeued();
      return added.rule;
    });
  }

  /** @throws NotFoundError when there is no such rule */
  async removeRule(id: string, caller: InboxCaller): Promise<void> {
    const meta = { queryType: 'remove', id };
    await this.#audited('inbox-rule-change', meta, caller, () =>
      this.#options.rules.remove(id),
    );
  }

  async #authorize({ credentials }: InboxCaller): Promise<void> {
    const permission = stabilityInboxManagePermission;
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`The inbox needs ${permission.name}`);
    }
  }

  /** Refusals are told to the auditor, too. */
  async #audited<T>(
    eventId: string,
    meta: Record<string, string>,
    caller: InboxCaller,
    work: () => Promise<T>,
  ): Promise<T> {
    const event = await this.#options.auditor.createEvent({
      eventId,
      severityLevel: eventId === 'inbox-read' ? 'low' : 'medium',
      request: caller.request,
      meta,
    });
    try {
      await this.#authorize(caller);
      const result = await work();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }
}

function refOf({ principal }: BackstageCredentials): string {
  const known = principal as { userEntityRef?: string; subject?: string };
  return known.userEntityRef ?? known.subject ?? 'unknown';
}
