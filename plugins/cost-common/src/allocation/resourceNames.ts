/**
 * The names under which a resource may be written down, lower case: its id,
 * and for an ARN what stands at its end, with and without the type
 * (`db:orders`, `orders`).
 */
export function resourceNames(id: string): string[] {
  const whole = id.trim().toLowerCase();
  if (!whole.startsWith('arn:')) {
    return whole ? [whole] : [];
  }
  const local = whole.split(':').slice(5).join(':');
  const last = local.split(/[:/]/).pop() ?? '';
  return [...new Set([whole, local, last])].filter(Boolean);
}
