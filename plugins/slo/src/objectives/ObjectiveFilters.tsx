import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChoiceSelect,
  ListFilters,
  refName,
} from '@plimsoll/plugin-plimsoll-react';
import {
  OBJECTIVE_SORTS,
  type ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { OBJECTIVE_KINDS, type ListQuery } from './ListQuery';

/** @internal */
export interface ObjectiveFiltersProps {
  query: ListQuery;
  facets: ObjectivePage['facets'];
  onChange(part: Partial<ListQuery>): void;
}

/** Search, owner, system, kind and order. States are filtered by their counts. */
export function ObjectiveFilters(props: ObjectiveFiltersProps) {
  const { query, facets, onChange } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const refs = (values: readonly string[]) =>
    values.map(id => ({ id, label: refName(id) }));

  return (
    <ListFilters
      search={t('page.search')}
      text={query.q}
      onSearch={q => onChange({ q })}
      order={
        <ChoiceSelect
          label={t('page.sort')}
          options={OBJECTIVE_SORTS.map(id => ({
            id,
            label: t(`page.sorts.${id}`),
          }))}
          selected={query.sort}
          onSelect={sort => onChange({ sort })}
        />
      }
    >
      <ChoiceSelect
        label={t('page.owner')}
        any={t('page.anyOwner')}
        options={refs(facets.owners)}
        selected={query.owner}
        onSelect={owner => onChange({ owner })}
      />
      <ChoiceSelect
        label={t('page.system')}
        any={t('page.anySystem')}
        options={refs(facets.systems)}
        selected={query.system}
        onSelect={system => onChange({ system })}
      />
      {query.within && (
        <ChoiceSelect
          label={t('page.within')}
          any={t('page.anywhere')}
          options={refs([query.within])}
          selected={query.within}
          onSelect={within => onChange({ within })}
        />
      )}
      <ChoiceSelect
        label={t('page.kind')}
        any={t('page.anyKind')}
        options={OBJECTIVE_KINDS.map(id => ({
          id,
          label: t(`page.kinds.${id}`),
        }))}
        selected={query.kind}
        onSelect={kind => onChange({ kind })}
      />
    </ListFilters>
  );
}
