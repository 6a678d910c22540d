import '../theme/roles.css';
import type { ReactNode } from 'react';
import {
  RiBookOpenLine,
  RiErrorWarningLine,
  RiInboxLine,
  RiLockLine,
  RiPlugLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import styles from './ViewMessage.module.css';

/** Why a view has nothing to show. @public */
export type ViewMessageKind =
  | 'empty'
  | 'error'
  | 'no-permission'
  | 'not-configured'
  | 'not-found';

const ICONS: Record<ViewMessageKind, RemixiconComponentType> = {
  empty: RiInboxLine,
  error: RiErrorWarningLine,
  'no-permission': RiLockLine,
  'not-configured': RiPlugLine,
  'not-found': RiBookOpenLine,
};

/** @public */
export interface ViewMessageProps {
  kind: ViewMessageKind;
  /** Names what is the matter. */
  title: string;
  /** One sentence why. */
  children: ReactNode;
  /** One next step, or two. */
  actions?: ReactNode;
  /** Things to copy, below the sentence. */
  details?: ReactNode;
}

/**
 * What stands where a view has nothing to show: a title that names it, one
 * sentence why, one next step.
 *
 * @public
 */
export function ViewMessage(props: ViewMessageProps) {
  const { kind, title, children, actions, details } = props;
  const Icon = ICONS[kind];
  return (
    <div
      className={styles.message}
      role={kind === 'error' ? 'alert' : undefined}
      data-kind={kind}
    >
      <Icon className={styles.icon} size={28} aria-hidden />
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.sentence}>{children}</p>
      {details}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
