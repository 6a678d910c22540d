import { Select } from '@backstage/ui';

/** @public */
export interface ChoiceSelectProps<T extends string> {
  label: string;
  /** Words for "no choice"; without them a choice must be made. */
  any?: string;
  options: ReadonlyArray<{ id: T; label: string }>;
  selected?: T;
  onSelect(id: T | undefined): void;
}

const ANY = '*';

/**
 * A choice in one control: its closed form says what is chosen.
 *
 * @public
 */
export function ChoiceSelect<T extends string>(props: ChoiceSelectProps<T>) {
  const { label, any, options, selected, onSelect } = props;
  const known = options.some(({ id }) => id === selected);
  const items = [
    ...(any ? [{ id: ANY, label: any }] : []),
    ...options,
    // The address may name a value that nobody has now: it still filters.
    ...(selected && !known ? [{ id: selected, label: selected }] : []),
  ];
  return (
    <Select
      aria-label={label}
      options={items.map(item => ({ value: item.id, label: item.label }))}
      value={selected ?? ANY}
      onChange={key => onSelect(options.find(({ id }) => id === key)?.id)}
    />
  );
}
