/** What every installation runs. Settings decide what each one does. */
export const portalFeatures = [
  import('@backstage/plugin-app-backend'),
  import('@backstage/plugin-proxy-backend'),

  import('@backstage/plugin-auth-backend'),
  import('@backstage/plugin-auth-backend-module-github-provider'),
  import('@backstage/plugin-auth-backend-module-oidc-provider'),
  import('@backstage/plugin-permission-backend'),

  import('@backstage/plugin-catalog-backend'),
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  import('@backstage/plugin-catalog-backend-module-logs'),
  import('@backstage/plugin-events-backend'),

  import('@backstage/plugin-scaffolder-backend'),
  import('@backstage/plugin-scaffolder-backend-module-gitea'),
  import('@backstage/plugin-scaffolder-backend-module-github'),
  import('@backstage/plugin-scaffolder-backend-module-gitlab'),
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
  import('@backstage/plugin-techdocs-backend'),
  import('@backstage/plugin-search-backend'),
  import('@backstage/plugin-search-backend-module-pg'),
  import('@backstage/plugin-search-backend-module-catalog'),
  import('@backstage/plugin-search-backend-module-techdocs'),
  import('@backstage/plugin-kubernetes-backend'),
  import('@backstage/plugin-user-settings-backend'),
  import('@backstage/plugin-notifications-backend'),
  import('@backstage/plugin-signals-backend'),
  import('@backstage/plugin-mcp-actions-backend'),

  import('@plimsoll/plugin-catalog-backend-module-openslo'),
  import('@plimsoll/plugin-slo-backend'),
  import('@plimsoll/plugin-slo-backend-module-stability'),
  import('@plimsoll/plugin-stability-backend'),
  import('@plimsoll/plugin-cost-backend'),
  import('@plimsoll/plugin-golden-path-backend'),
  import('@plimsoll/plugin-scaffolder-backend-module-golden-path'),
];
