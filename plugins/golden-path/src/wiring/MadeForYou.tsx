import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type { ServiceWiring } from '@plimsoll/plugin-golden-path-common';
import {
  AccentLink,
  PlainCard,
  useEntityPath,
} from '@plimsoll/plugin-plimsoll-react';
import { repositoryOf } from './repositoryOf';
import styles from './SideCard.module.css';
import { useWiringWords } from './useWiringWords';
import { webAddress } from './webAddress';

/** What the template made, as far as the entity says where it is. */
export function MadeForYou(props: { entity: Entity; wiring: ServiceWiring }) {
  const { entity, wiring } = props;
  const { t } = useWiringWords();
  const pathOf = useEntityPath();
  const { annotations = {} } = entity.metadata;
  const { name, url, fileUrl } = repositoryOf(entity);
  const runbook = webAddress(annotations['plimsoll.dev/runbook-url']);
  const template = parseEntityRef(wiring.template.ref);
  const rows = [
    { what: t('wiring.made.repository'), text: name, href: url },
    {
      what: t('wiring.made.pipeline'),
      text: 'ci/',
      href: fileUrl('ci/README.md'),
    },
    {
      what: t('wiring.made.argo'),
      text: annotations['argocd/app-name']?.replaceAll(',', ', '),
      href: undefined,
    },
    { what: t('wiring.made.runbook'), text: 'docs/runbook.md', href: runbook },
    {
      what: t('wiring.made.template'),
      text: `${template.name} ${wiring.template.version ?? ''}`.trim(),
      href: pathOf(wiring.template.ref),
    },
  ];
  return (
    <PlainCard label={t('wiring.made.title')}>
      <h2 className={styles.title}>{t('wiring.made.title')}</h2>
      <dl className={styles.facts}>
        {rows
          .filter(({ text, href, what }) =>
            what === t('wiring.made.argo') ? text : text && href,
          )
          .map(({ what, text, href }) => (
            <div key={what} className={styles.fact}>
              <dt>{what}</dt>
              <dd>
                {href ? <AccentLink href={href}>{text}</AccentLink> : text}
              </dd>
            </div>
          ))}
      </dl>
    </PlainCard>
  );
}
