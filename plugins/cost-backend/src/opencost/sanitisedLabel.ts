/** A label of Kubernetes as Prometheus, and with it OpenCost, knows it. */
export function sanitisedLabel(label: string): string {
  return label.replace(/[^a-zA-Z0-9_]/g, '_');
}
