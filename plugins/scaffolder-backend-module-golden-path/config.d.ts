export interface Config {
  goldenPath?: {
    /**
     * What all services of the company stand on: "create service" writes it
     * into their charts, pipelines and documents. What has no default here has
     * to be set before the first service can be made.
     */
    platform?: {
      /** Address of the portal, without a slash at its end; `app.baseUrl`. */
      portalUrl?: string;
      /** Where images are pushed, as registry.shopkart.example. */
      registry?: string;
      /**
       * Prometheus, as a pod of the cluster reaches it;
       * http://prometheus-operated.monitoring.svc:9090.
       */
      prometheusUrl?: string;
      /** Namespace from which metrics are scraped; monitoring. */
      monitoringNamespace?: string;
      /** Namespace of the Gateway; gateway. */
      gatewayNamespace?: string;
      /** Name of the Gateway; shared. */
      gatewayName?: string;
      /** Domain below which each service has a name, as shopkart.example. */
      hostDomain?: string;
      /** ClusterSecretStore of the External Secrets Operator; platform. */
      secretStore?: string;
      /** Name of the cluster. */
      cluster?: string;
      /** Namespace of Argo CD; argocd. */
      argocdNamespace?: string;
      /** Project of Argo CD; default. */
      argocdProject?: string;
      /** Region of the cloud, as eu-central-1. */
      region?: string;
      /** Bucket that keeps the state of Terraform. */
      stateBucket?: string;
      /** SonarQube; https://sonarcloud.io. */
      sonarUrl?: string;
      /** What names of Java packages begin with, as com.shopkart. */
      javaGroup?: string;
      /**
       * Collector of traces (OTLP over HTTP), as a pod of the cluster reaches
       * it; http://otel-collector.monitoring.svc:4318.
       */
      otlpEndpoint?: string;
    };
  };
}
