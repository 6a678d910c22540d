import type { ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { RETRY_SECONDS, type Polled } from '../polled';
import { describeError } from './describeError';
import { ErrorMessage } from './ErrorMessage';
import { isHidden } from './isHidden';
import { LoadingRows } from './LoadingRows';
import { NoPermission } from './NoPermission';

/** @public */
export interface ReadStateProps {
  polled: Pick<Polled<unknown>, 'error' | 'triedAt' | 'retry'>;
  /** Names what could not be read: "The objectives could not be read". */
  title: string;
  /** Name of the backend that was asked, as people know it: "slo". */
  backend: string;
  /** Name of the permission that reading needs. */
  permission: string;
  /** Title where the caller may not read; "You may not see this" by default. */
  refused?: string;
  /** The service that was asked about, whose owners can help. */
  entity?: Entity;
  /** Rows that stand in while it is read, 5 by default. */
  rows?: number;
  /** A `SetUpMessage` for where nobody answers; an error otherwise. */
  notConfigured?: ReactNode;
}

/**
 * Why something is not there: it is being read, refused, broken, or there is
 * nobody to ask.
 *
 * @public
 */
export function ReadState(props: ReadStateProps) {
  const { polled, title, backend, permission, refused, entity, rows } = props;
  const { error, triedAt, retry } = polled;
  if (!error) {
    return <LoadingRows rows={rows} />;
  }
  const { kind } = describeError(error);
  if (kind === 'no-permission' || isHidden(error)) {
    return (
      <NoPermission title={refused} permission={permission} entity={entity} />
    );
  }
  if (kind === 'not-found' && props.notConfigured) {
    return <>{props.notConfigured}</>;
  }
  return (
    <ErrorMessage
      title={title}
      error={error}
      backend={backend}
      onRetry={retry}
      tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
    />
  );
}
