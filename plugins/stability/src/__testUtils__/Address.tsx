import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';

/** Lets a test see what the address of the page has become. */
export function Address() {
  const { pathname, search } = useLocation();
  return <span data-testid="address" hidden>{`${pathname}${search}`}</span>;
}

/** The query of the page's address. */
export function addressQuery(): URLSearchParams {
  const text = screen.getByTestId('address').textContent ?? '';
  return new URLSearchParams(text.split('?')[1] ?? '');
}
