import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  NoMatch,
  PlainCard,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { isMeasurable, NoSource, ReadState } from '../empty';
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
  within: undefined,
  kind: undefined,
};

/** One of the states of the list, or its rows. */
export function ListState(props: ListStateProps) {
  const { objectives, filtered, onChange, children } = props;
  const { data } = objectives;
  const { t } = useTranslationRef(sloTranslationRef);

  if (data && isMeasurable(data)) {
    return <>{children(data)}</>;
  }
  return <PlainCard>{message()}</PlainCard>;

  function message(): ReactNode {
    if (!data) {
      return <ReadState polled={objectives} rows={10} />;
    }
    if (data.items.length > 0) {
      return <NoSource />;
    }
    return filtered ? (
      <NoMatch title={t('page.noMatch')} onClear={() => onChange(NO_FILTER)}>
        {t('page.noMatchWhy')}
      </NoMatch>
    ) : (
      <FirstDocument />
    );
  }
}
