import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { renderHook } from '@testing-library/react';

/** Runs a hook that needs nothing but the translations. */
export function renderWords<T>(hook: () => T): T {
  return renderHook(hook, {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[mockApis.translation(), mockApis.error()]}>
        {children}
      </TestApiProvider>
    ),
  }).result.current;
}
