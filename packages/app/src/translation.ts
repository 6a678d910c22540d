import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the portal itself. */
export const portalTranslationRef = createTranslationRef({
  id: 'portal',
  messages: {
    sidebar: {
      search: 'Search',
      menu: 'Menu',
      settings: 'Settings',
      home: '{{organization}}, home',
    },
  },
});
