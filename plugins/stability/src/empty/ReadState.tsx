import type { Entity } from '@backstage/catalog-model';
import {
  describeError,
  ErrorMessage,
  LoadingRows,
  RETRY_SECONDS,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import { NoPermission } from './NoPermission';
import { NotConfigured } from './NotConfigured';

/** @internal */
export interface ReadStateProps {
  polled: Pick<Polled<unknown>, 'error' | 'triedAt' | 'retry'>;
  /** Names what could not be read. */
  title: string;
  /** What is needed to read it. */
  permission: string;
  /** The service that was asked about, whose owners can help. */
  entity?: Entity;
  /** Rows that stand in while it is read. */
  rows?: number;
}

/**
 * Why something is not there: it is being read, refused, broken, or there is
 * nobody to ask.
 */
export function ReadState(props: ReadStateProps) {
  const { polled, title, permission, entity, rows } = props;
  const { error, triedAt, retry } = polled;
  if (!error) {
    return <LoadingRows rows={rows} />;
  }
  const { kind } = describeError(error);
  if (kind === 'no-permission') {
    return <NoPermission entity={entity} permission={permission} />;
  }
  if (kind === 'not-found') {
    return <NotConfigured />;
  }
  return (
    <ErrorMessage
      title={title}
      error={error}
      backend="stability"
      onRetry={retry}
      tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
    />
  );
}
