import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { IHTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import type { IPrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import type { IServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { ICronJob } from 'kubernetes-models/batch/v1/CronJob';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { IService } from 'kubernetes-models/v1/Service';
import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** Every kind that a service may bring into a cluster, by apiVersion and kind. */
export interface KnownObjects {
  'v1 ConfigMap': IConfigMap;
  'v1 Service': IService;
  'v1 ServiceAccount': IServiceAccount;
  'apps/v1 Deployment': IDeployment;
  'autoscaling/v2 HorizontalPodAutoscaler': IHorizontalPodAutoscaler;
  'batch/v1 CronJob': ICronJob;
  'networking.k8s.io/v1 NetworkPolicy': INetworkPolicy;
  'policy/v1 PodDisruptionBudget': IPodDisruptionBudget;
  'argoproj.io/v1alpha1 AnalysisTemplate': IAnalysisTemplate;
  'argoproj.io/v1alpha1 Application': IApplication;
  'argoproj.io/v1alpha1 Rollout': IRollout;
  'external-secrets.io/v1 ExternalSecret': IExternalSecret;
  'gateway.networking.k8s.io/v1 HTTPRoute': IHTTPRoute;
  'monitoring.coreos.com/v1 PrometheusRule': IPrometheusRule;
  'monitoring.coreos.com/v1 ServiceMonitor': IServiceMonitor;
  'monitoring.coreos.com/v1alpha1 AlertmanagerConfig': IAlertmanagerConfig;
}
