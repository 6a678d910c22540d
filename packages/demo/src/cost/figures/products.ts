/** How a product of the provider stands on a bill. */
export interface Product {
  /** FOCUS `ServiceName`. */
  name: string;
  /** FOCUS `ServiceCategory` and `ServiceSubcategory`. */
  category: string;
  subcategory: string;
  resourceType: string;
  sku: string;
  unit: string;
}

const product = (
  name: string,
  category: string,
  subcategory: string,
  resourceType: string,
  sku: string,
  unit: string,
): Product => ({ name, category, subcategory, resourceType, sku, unit });

const NETWORKING = 'Networking';

/** All that ShopKart buys, by short names. */
export const PRODUCTS = {
  ec2: product(
    'Amazon Elastic Compute Cloud',
    'Compute',
    'Virtual Machines',
    'Instance',
    'SKM6I2XLARGE',
    'Hours',
  ),
  ebs: product(
    'Amazon Elastic Block Store',
    'Storage',
    'Block Storage',
    'Volume',
    'SKGP3STORAGE',
    'GB-Months',
  ),
  eks: product(
    'Amazon Elastic Kubernetes Service',
    'Compute',
    'Containers',
    'Cluster',
    'SKEKSCLUSTER',
    'Hours',
  ),
  rds: product(
    'Amazon Relational Database Service',
    'Databases',
    'Relational Databases',
    'Database',
    'SKRDSPOSTGRES',
    'Hours',
  ),
  opensearch: product(
    'Amazon OpenSearch Service',
    'Databases',
    'Other (Databases)',
    'Domain',
    'SKOPENSEARCH',
    'Hours',
  ),
  dynamodb: product(
    'Amazon DynamoDB',
    'Databases',
    'NoSQL Databases',
    'Table',
    'SKDYNAMODB',
    'Request Units',
  ),
  elasticache: product(
    'Amazon ElastiCache',
    'Databases',
    'Caching',
    'Cluster',
    'SKCACHEREDIS',
    'Hours',
  ),
  alb: product(
    'Elastic Load Balancing',
    NETWORKING,
    'Application Networking',
    'Load Balancer',
    'SKALBHOURS',
    'Hours',
  ),
  nat: product(
    'Amazon Virtual Private Cloud',
    NETWORKING,
    'Network Infrastructure',
    'NAT Gateway',
    'SKNATHOURS',
    'Hours',
  ),
  transfer: product(
    'AWS Data Transfer',
    NETWORKING,
    'Network Connectivity',
    'Data Transfer',
    'SKTRANSFEROUT',
    'GB',
  ),
  s3: product(
    'Amazon Simple Storage Service',
    'Storage',
    'Object Storage',
    'Bucket',
    'SKS3STANDARD',
    'GB-Months',
  ),
  cloudwatch: product(
    'Amazon CloudWatch',
    'Management and Governance',
    'Observability',
    'Log Group',
    'SKLOGSBYTES',
    'GB',
  ),
  ses: product(
    'Amazon Simple Email Service',
    'Business Applications',
    'Productivity and Collaboration',
    'Identity',
    'SKSESMAILS',
    'Mails',
  ),
  route53: product(
    'Amazon Route 53',
    NETWORKING,
    'Network Routing',
    'Hosted Zone',
    'SKHOSTEDZONE',
    'Zones',
  ),
  monitoring: product(
    'Harbour Monitoring',
    'Management and Governance',
    'Observability',
    'Subscription',
    'SKHARBOURPRO',
    'Days',
  ),
  support: product(
    'AWS Support (Developer)',
    'Other',
    'Other (Other)',
    'Plan',
    'SKSUPPORT',
    'Days',
  ),
  savingsPlan: product(
    'Savings Plans for AWS Compute usage',
    'Compute',
    'Virtual Machines',
    'Savings Plan',
    'SKCOMPUTESP1Y',
    'Hours',
  ),
  tax: product('Tax', 'Other', 'Other (Other)', '', 'SKTAX', ''),
  credit: product('AWS Credits', 'Other', 'Other (Other)', '', 'SKCREDIT', ''),
} as const;

export type ProductName = keyof typeof PRODUCTS;
