/**
 * The five objectives that ShopKart promises. The first three are read from
 * Prometheus; the last two come from a source that the stability plugin
 * brings, whose words Plimsoll does not read here.
 */
export const SHOP_KART_DOCUMENTS = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout availability
  labels: { team: [payments, platform], tier: tier-1 }
spec:
  description: 99.9 % of the requests of a month are answered without a 5xx
  service: checkout
  indicator:
    metadata: { name: checkout-requests }
    spec:
      ratioMetric:
        counter: true
        bad: { metricSource: { type: Prometheus, spec: { query: 'http_requests_total{service="checkout",code=~"5.."}' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'http_requests_total{service="checkout"}' } } }
  timeWindow:
    - duration: 1M
      isRolling: false
      calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Warsaw }
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Availability, targetPercent: 99.9 }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-latency }
spec:
  service: checkout
  indicatorRef: checkout-p95
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Timeslices
  objectives:
    - { displayName: 'Latency, 400 ms', op: lt, value: 0.4, target: 0.95, timeSliceTarget: 0.95, timeSliceWindow: 5m }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: checkout-p95 }
spec:
  thresholdMetric:
    metricSource:
      metricSourceRef: prometheus
      spec: { query: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{service="checkout"}[{{.window}}])))' }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-errors }
spec:
  service: component:default/checkout
  indicator:
    metadata: { name: checkout-errors }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { spec: { query: 'sum(rate(http_requests_total{service="checkout",code!~"5.."}[{{ .window }}]))' } } }
        total: { metricSource: { spec: { query: 'sum(rate(http_requests_total{service="checkout"}[{{ .window }}]))' } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Failed transactions, target: 0.998 }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-recovery }
spec:
  description: 90 % of incidents are resolved within 10 minutes
  service: checkout
  indicator:
    metadata: { name: checkout-recovery }
    spec:
      thresholdMetric:
        metricSource: { metricSourceRef: stability, spec: { fact: incident, measure: recovery-minutes } }
  timeWindow: [{ duration: 90d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Recovery within 10 min, op: lte, value: 10, targetPercent: 90 }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-stability }
spec:
  description: 92 % of deployments need no rollback and cause no incident
  service: checkout
  indicator:
    metadata: { name: checkout-deployments }
    spec:
      ratioMetric:
        good: { metricSource: { metricSourceRef: stability, spec: { fact: deployment, outcome: good } } }
        total: { metricSource: { metricSourceRef: stability, spec: { fact: deployment } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Deployment stability, targetPercent: 92 }
`;
