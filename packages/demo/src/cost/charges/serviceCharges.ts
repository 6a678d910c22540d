import type { Day } from '../calendar/utcDays';
import { dailyCost, type MovingCost } from '../figures/dailyCost';
import { NEGOTIATED } from '../figures/nodes';
import type { ProductName } from '../figures/products';
import { SERVICE_COSTS, type ServiceCosts } from '../figures/serviceCosts';
import { part, usd, type Micros } from '../money/micros';
import { shopArn, type Charge } from './Charge';

const DATABASES = {
  rds: {
    id: (name: string) => shopArn('rds', `db:${name}-production`),
    description: 'db.t3.large PostgreSQL, one zone',
  },
  opensearch: {
    id: (name: string) => shopArn('es', `domain/${name}-production`),
    description: 'r6g.large.search, three nodes',
  },
  dynamodb: {
    id: (name: string) => shopArn('dynamodb', `table/${name}`),
    description: 'Requests on demand',
  },
} as const;

/** What is a service's own and carries its name as a tag. */
export function serviceCharges(day: Day): Charge[] {
  return SERVICE_COSTS.flatMap(costs => [
    ...databaseOf(costs, day),
    ...movingOf(costs, day),
    ...bucketOf(costs, day),
  ]);
}

function databaseOf({ service, database }: ServiceCosts, day: Day): Charge[] {
  if (!database) {
    return [];
  }
  const { id, description } = DATABASES[database.product];
  const isByHour = database.product !== 'dynamodb';
  const effective = usd(database.dollars);
  return [
    owned({
      service,
      day,
      product: database.product,
      description,
      id: id(service),
      effective,
      list: isByHour ? part(effective, 1 / NEGOTIATED) : effective,
    }),
  ];
}

function movingOf(costs: ServiceCosts, day: Day): Charge[] {
  const { service } = costs;
  const row = (
    on: MovingCost,
    product: ProductName,
    id: string,
    description: string,
  ) =>
    costs[on]
      ? [
          owned({
            service,
            day,
            product,
            description,
            id,
            effective: dailyCost(costs, on, day),
            ...(isBehind(on, day) && {
              list: part(dailyCost(costs, on, day), 0.98),
            }),
          }),
        ]
      : [];
  return [
    ...row(
      'transfer',
      'transfer',
      shopArn('ec2', `network-interface/eni-${service}`),
      'Data transfer out to the internet',
    ),
    ...row(
      'logs',
      'cloudwatch',
      shopArn('logs', `log-group:/shop/${service}`),
      'Log data that came in',
    ),
    ...row(
      'mail',
      'ses',
      shopArn('ses', `identity/${service}.shopkart.example`),
      'Mails sent',
    ),
  ];
}

/** The public price list of mails is late on the first days of a month. */
function isBehind(on: MovingCost, day: Day): boolean {
  return on === 'mail' && day.slice(8) <= '03';
}

function bucketOf({ service, storage }: ServiceCosts, day: Day): Charge[] {
  if (!storage) {
    return [];
  }
  const bucket = {
    service,
    day,
    product: 's3' as const,
    id: `arn:aws:s3:::shopkart-${service}`,
  };
  return [
    owned({
      ...bucket,
      description: 'Standard storage, first 50 TB',
      effective: usd(storage),
    }),
    // A few requests: amounts so small that they are written as 4E-6.
    owned({
      ...bucket,
      description: 'GET and all other requests',
      sku: 'SKS3GET',
      effective: 4,
    }),
  ];
}

function owned(options: {
  service: string;
  day: Day;
  product: ProductName;
  description: string;
  id: string;
  sku?: string;
  effective: Micros;
  list?: Micros;
}): Charge {
  const { service, day, product, description, id, sku, effective, list } =
    options;
  return {
    day,
    subAccount: 'shop',
    product,
    kind: 'Usage',
    description,
    resource: { id, name: id.split(/[/:]/).at(-1)! },
    ...(sku && { sku }),
    effective,
    ...(list !== undefined && { list }),
    tags: { service, environment: 'production', 'aws:createdBy': 'terraform' },
  };
}
