import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element in pixels, followed as it changes.
 *
 * @param initial - taken until the element has been laid out
 * @public
 */
export function useElementWidth<T extends HTMLElement>(
  initial: number,
): { ref: RefObject<T>; width: number } {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(initial);

  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(entries => {
      const measured = Math.round(entries[0].contentRect.width);
      if (measured > 0) {
        setWidth(measured);
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { ref, width };
}
