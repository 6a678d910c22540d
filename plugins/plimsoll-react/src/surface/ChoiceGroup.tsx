import '../theme/roles.css';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import styles from './ChoiceGroup.module.css';

/** @public */
export interface ChoiceGroupProps<T extends string> {
  /** Names the group for screen readers. */
  label: string;
  options: ReadonlyArray<{ id: T; label: string }>;
  /** None while something else is shown. */
  selected: T | undefined;
  onSelect(id: T): void;
}

/**
 * One choice out of a few, all in sight: ranges of time.
 *
 * @public
 */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { label, options, selected, onSelect } = props;
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={keys => {
        const option = options.find(({ id }) => keys.has(id));
        if (option) {
          onSelect(option.id);
        }
      }}
    >
      {options.map(({ id, label: text }) => (
        <ToggleButton key={id} id={id}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
