import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TemplateAdoption } from '@plimsoll/plugin-golden-path-common';
import { CardFrame } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import { OpenServices } from './OpenServices';
import styles from './TemplateCard.module.css';

/** A template: how many services each of its versions has, and who is behind. */
export function TemplateCard(props: { template: TemplateAdoption }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { template } = props;
  const { title, newest = '', versions, services, behind, unknown } = template;
  const largest = Math.max(1, ...versions.map(one => one.services));
  return (
    <CardFrame
      isLow
      title={title}
      subtitle={[
        t('adoption.newest', { version: newest }),
        sentence(),
        unknown > 0 && t('adoption.unknown', { count: unknown }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{t('adoption.versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('adoption.version')}</th>
            <th scope="col">{t('adoption.services')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(one => (
            <tr key={one.version}>
              <th scope="row">{one.version}</th>
              <td>
                <span className={styles.track}>
                  <span
                    className={styles.bar}
                    data-newest={one.isNewest || undefined}
                    style={{ width: `${(100 * one.services) / largest}%` }}
                  />
                </span>
                <span className={styles.count}>{one.services}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {template.open.length > 0 && <OpenServices offers={template.open} />}
      {behind + unknown > template.open.length && (
        <p className={styles.second}>{t('adoption.cut')}</p>
      )}
    </CardFrame>
  );

  function sentence(): string {
    if (services === 0) {
      return t('adoption.noServices');
    }
    return behind === 0 && unknown === 0
      ? t('adoption.allCurrent', { count: services })
      : t('adoption.behind', {
          count: behind,
          services: String(services),
        });
  }
}
