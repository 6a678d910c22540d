import type { Platform } from '../platform/platform';

/** ShopKart's, as in app-config.yaml. @public */
export const shopKartPlatform: Platform = {
  portalUrl: 'http://localhost:3000',
  registry: 'registry.shopkart.example',
  prometheusUrl: 'http://prometheus-operated.monitoring.svc:9090',
  monitoringNamespace: 'monitoring',
  gatewayNamespace: 'gateway',
  gatewayName: 'shared',
  hostDomain: 'shopkart.example',
  secretStore: 'platform',
  cluster: 'shop-production',
  argocdNamespace: 'argocd',
  argocdProject: 'default',
  region: 'eu-central-1',
  stateBucket: 'shopkart-terraform-state',
  sonarUrl: 'https://sonar.shopkart.example',
  javaGroup: 'com.shopkart',
  otlpEndpoint: 'http://otel-collector.monitoring.svc:4318',
};
