/**
 * Gives every element that is measured this width: jsdom lays nothing out.
 * Undone by the function that it returns.
 *
 * @param width - in pixels
 * @public
 */
export function layOutAt(width: number): () => void {
  const original = globalThis.ResizeObserver;
  globalThis.ResizeObserver = class implements ResizeObserver {
    readonly #tell: ResizeObserverCallback;

    constructor(tell: ResizeObserverCallback) {
      this.#tell = tell;
    }

    observe(target: Element) {
      const contentRect = { width, height: 600 } as DOMRectReadOnly;
      const entry = { target, contentRect } as ResizeObserverEntry;
      this.#tell([entry], this);
    }

    unobserve() {}

    disconnect() {}
  };
  return () => {
    globalThis.ResizeObserver = original;
  };
}
