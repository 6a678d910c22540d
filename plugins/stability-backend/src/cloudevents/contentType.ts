/** How a request carries its CloudEvents. */
export type CloudEventMode = 'structured' | 'batch' | 'binary';

/**
 * Reads the mode from a content type, whatever its case and parameters:
 * senders write `application/json;charset=UTF-8` in many ways.
 */
export function cloudEventMode(
  contentType: string | undefined,
): CloudEventMode {
  const [type] = (contentType ?? '').split(';', 1);
  switch (type.trim().toLowerCase()) {
    case 'application/cloudevents+json':
      return 'structured';
    case 'application/cloudevents-batch+json':
      return 'batch';
    default:
      return 'binary';
  }
}
