import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  describeError,
  ErrorMessage,
  LoadingRows,
  PlainCard,
  RETRY_SECONDS,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { NoPermission, NoSource } from '../empty';
import { sloTranslationRef } from '../translation';
import { FirstDocument } from './FirstDocument';
import type { ListQuery } from './ListQuery';

/** @internal */
export interface ListStateProps {
  objectives: Polled<ObjectivePage>;
  filtered: boolean;
  onChange(part: Partial<ListQuery>): void;
  children(page: ObjectivePage): ReactNode;
}

const NO_FILTER: Partial<ListQuery> = {
  q: '',
  states: [],
  owner: undefined,
  system: undefined,
  kind: undefined,
};

/** One of the states of the list, or its rows. */
export function ListState(props: ListStateProps) {
  const { objectives, filtered, onChange, children } = props;
  const { data, error, triedAt, retry } = objectives;
  const { t } = useTranslationRef(sloTranslationRef);

  if (data && data.items.length > 0 && data.sources.length > 0) {
    return <>{children(data)}</>;
  }
  return <PlainCard>{message()}</PlainCard>;

  function message(): ReactNode {
    if (!data) {
      if (!error) {
        return <LoadingRows rows={10} />;
      }
      return describeError(error).kind === 'no-permission' ? (
        <NoPermission />
      ) : (
        <ErrorMessage
          title={t('error.objectives')}
          error={error}
          backend="slo"
          onRetry={retry}
          tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
        />
      );
    }
    if (data.items.length > 0) {
      return <NoSource />;
    }
    if (filtered) {
      return (
        <ViewMessage
          kind="empty"
          title={t('page.noMatch')}
          actions={
            <Button variant="secondary" onPress={() => onChange(NO_FILTER)}>
              {t('page.clear')}
            </Button>
          }
        >
          {t('page.noMatchWhy')}
        </ViewMessage>
      );
    }
    return <FirstDocument />;
  }
}
