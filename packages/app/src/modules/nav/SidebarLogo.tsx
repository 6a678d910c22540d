import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../../translation';

/** The load-line mark, and beside it whose portal this is. */
export function SidebarLogo() {
  const { t } = useTranslationRef(portalTranslationRef);
  const { isOpen } = useSidebarOpenState();
  const organization =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Plimsoll';
  return (
    <Link
      to="/"
      underline="none"
      aria-label={t('sidebar.home', { organization })}
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 14,
        height: 2.5 * sidebarConfig.logoHeight,
        paddingLeft: 22,
        color: '#fff',
        fontSize: 18,
        fontWeight: 700,
      }}
    >
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden>
        <g fill="none" stroke="#7df3e1" strokeWidth="2.5">
          <circle cx="14" cy="14" r="7.5" />
          <path d="M1 14h26" />
        </g>
      </svg>
      {isOpen && organization}
    </Link>
  );
}
