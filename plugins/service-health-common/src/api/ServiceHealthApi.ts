import type {
  ExportFleetRequest,
  FleetPage,
  ListFleetRequest,
} from '../fleet/FleetPage';
import type { FleetStrip } from '../fleet/FleetStrip';
import type { DeploymentImpact } from '../impact/DeploymentImpact';
import type { ServiceOverview } from '../overview/ServiceOverview';

/** How a request is sent. @public */
export interface ServiceHealthRequestOptions {
  /** Bearer token; backends need one, the front end's fetch API adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the service health backend answers. Every method throws a
 * `ResponseError` when it refuses or fails.
 *
 * @public
 */
export interface ServiceHealthApi {
  /** `GET /services`: a page of the fleet */
  listServices(
    request: ListFleetRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<FleetPage>;
  /** `GET /services/strip`: the fleet in a few numbers */
  getStrip(options?: ServiceHealthRequestOptions): Promise<FleetStrip>;
  /** `GET /services.csv`: all pages of a list */
  exportServices(
    request: ExportFleetRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<Blob>;
  /** `GET /services/{kind}/{namespace}/{name}` */
  getOverview(
    ref: string,
    options?: ServiceHealthRequestOptions,
  ): Promise<ServiceOverview>;
  /** `GET /deployments/{id}/impact` */
  getImpact(
    deploymentId: string,
    options?: ServiceHealthRequestOptions,
  ): Promise<DeploymentImpact>;
}
