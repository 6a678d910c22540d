import { useEffect, useState } from 'react';
import styles from './FigureInput.module.css';

/**
 * A large number with its unit. What is typed counts when it is left or
 * confirmed, so that no half number moves the other figures.
 */
export function FigureInput(props: {
  label: string;
  unit: string;
  value: number;
  onCommit(value: number): void;
  isDisabled?: boolean;
  id?: string;
}) {
  const { label, unit, value, onCommit, isDisabled, id } = props;
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);

  const commit = () => {
    const number = Number(typed.replace(',', '.'));
    if (typed.trim() !== '' && Number.isFinite(number) && number >= 0) {
      onCommit(number);
    }
    // what is no number, or rounds to the same one, is taken back
    setTyped(String(value));
  };

  return (
    <label className={styles.figure}>
      <input
        id={id}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        disabled={isDisabled}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
        }}
      />
      <span aria-hidden>{unit}</span>
    </label>
  );
}
