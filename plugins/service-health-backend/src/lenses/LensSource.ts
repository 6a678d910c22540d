import type { LensName } from '@plimsoll/plugin-service-health-common';

/** What a plugin says of one service. */
export interface LensEntry {
  entityRef: string;
  /** Currency of a cost; empty else. */
  variant: string;
  /** Unix milliseconds, by the plugin's clock. */
  changedAt: number;
  /** Undefined: it has nothing to say any more. */
  content: object | undefined;
}

/** One page of what a plugin says. */
export interface LensEntries {
  entries: LensEntry[];
  nextCursor?: string;
}

/** Where the values of a lens come from. */
export interface LensSource {
  lens: LensName;
  /** Whom to ask. */
  pluginId: string;
  /** @param request.since - ISO instant: only what changed since */
  read(
    request: { since?: string; cursor?: string },
    options: { token: string; signal: AbortSignal },
  ): Promise<LensEntries>;
}
