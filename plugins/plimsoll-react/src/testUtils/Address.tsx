import { useLocation } from 'react-router-dom';

const ID = 'address';

/**
 * Lets a test see what the address of the page has become.
 *
 * @public
 */
export function Address() {
  const { pathname, search } = useLocation();
  return <span data-testid={ID} hidden>{`${pathname}${search}`}</span>;
}

/**
 * The query of the page's address; the page has an {@link Address}.
 *
 * @public
 */
export function addressQuery(): URLSearchParams {
  const text = document.querySelector(`[data-testid="${ID}"]`)?.textContent;
  return new URLSearchParams(text?.split('?')[1] ?? '');
}
