import { createHash } from 'node:crypto';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** Something that owners are told once. @public */
export interface OwnerNotification {
  /** What happened, to what, and when: the same event has the same key. */
  key: string;
  /** Refs of groups and users. */
  owners: readonly string[];
  title: string;
  description: string;
  link: string;
  severity: 'normal' | 'high';
  /** What it is about, for people's settings. */
  topic: string;
}

/** Columns of the notifications plugin hold no more characters. */
const MAX_LENGTH = 255;

/**
 * What the notifications plugin is sent. The key is its scope, so that sending
 * the event again replaces what was sent.
 */
export function toSendOptions(
  notification: OwnerNotification,
): NotificationSendOptions {
  const { key, owners, title, ...payload } = notification;
  return {
    recipients: { type: 'entity', entityRef: [...owners] },
    payload: {
      ...payload,
      title:
        title.length > MAX_LENGTH
          ? `${title.slice(0, MAX_LENGTH - 1)}…`
          : title,
      scope:
        key.length > MAX_LENGTH
          ? createHash('sha256').update(key).digest('hex')
          : key,
    },
  };
}
