import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a keystroke until a search begins. */
const PAUSE = 250;

/**
 * A value that is shown at once and told on when typing pauses.
 *
 * @public
 */
export function useDelayed(options: {
  value: string;
  onChange(value: string): void;
}): { value: string; onChange(value: string): void } {
  const { value, onChange } = options;
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  // Changed from outside: the address, or "Clear filters".
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  return { value: typed, onChange: setTyped };
}
