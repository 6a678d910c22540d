import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import type { MarkerGroup } from './foldMarkers';
import styles from './MarkerLaneView.module.css';
import type { TimeMarker } from './TimeMarker';

/** @internal */
export interface MarkerMarkProps {
  group: MarkerGroup;
}

/**
 * One glyph on the axis. It leads to the page of its mark; where several are
 * folded into it a menu asks which. A mark without a page is no button.
 *
 * @internal
 */
export function MarkerMark(props: MarkerMarkProps) {
  const { markers } = props.group;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const navigate = useNavigate();

  const nameOf = ({ title, at }: TimeMarker) =>
    t('markers.mark', { title, at: formats.instant(at, 'short') });
  const [first] = markers;
  const name =
    markers.length === 1
      ? nameOf(first)
      : t('markers.folded', {
          count: markers.length,
          from: formats.instant(first.at, 'short'),
          to: formats.instant(markers[markers.length - 1].at, 'short'),
        });
  const face = (
    <>
      <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
        {first.glyph}
      </svg>
      {markers.length > 1 && (
        <span className={styles.count}>{formats.count(markers.length)}</span>
      )}
    </>
  );

  const leading = markers.filter(({ href }) => href);
  if (leading.length === 0) {
    // All that folded marks have to tell stands in the title.
    const title = markers.map(nameOf).join('\n');
    return (
      <span className={styles.mark} role="img" aria-label={name} title={title}>
        {face}
      </span>
    );
  }
  if (markers.length === 1) {
    return (
      <button
        type="button"
        className={styles.button}
        aria-label={name}
        title={name}
        onClick={() => navigate(first.href ?? '')}
      >
        {face}
      </button>
    );
  }
  return (
    <MenuTrigger>
      <Button variant="tertiary" className={styles.button} aria-label={name}>
        {face}
      </Button>
      <Menu
        aria-label={name}
        disabledKeys={markers.filter(({ href }) => !href).map(({ id }) => id)}
      >
        {markers.map(marker => (
          <MenuItem
            key={marker.id}
            id={marker.id}
            onAction={() => navigate(marker.href ?? '')}
          >
            {nameOf(marker)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
