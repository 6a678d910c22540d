import type { ServiceProfile } from './ServiceProfile';

const CLUSTERS = ['eks-eu-central', 'eks-eu-west'];

const own = (
  service: string,
  door: ServiceProfile['door'],
  releases: number,
  major = 1,
): ServiceProfile => ({
  service,
  door,
  repository: `shopkart/${service}`,
  releases,
  major,
});

/** The web team keeps everything in one repository. */
const web = (service: string, releases: number): ServiceProfile => ({
  ...own(service, 'github', releases, 4),
  repository: 'shopkart/web',
  folder: `services/${service}`,
});

/** Discovery runs everything in two regions. */
const twice = (service: string, releases: number): ServiceProfile => ({
  ...own(service, 'argocd', releases),
  clusters: CLUSTERS,
});

/** How ShopKart's services are released; checkout has a story of its own. */
export const PROFILES: readonly ServiceProfile[] = [
  { ...own('checkout', 'github', 0, 2) },
  own('cart', 'github', 14, 3),
  own('payment', 'github', 10, 5),
  own('fraud-score', 'github', 5),
  own('tax-calculator', 'github', 4),
  own('coupon-api', 'github', 6),
  own('gift-cards', 'github', 5),
  { ...twice('session-api', 9), major: 2 },
  twice('product-listing', 9),
  twice('search', 8),
  twice('recommendations', 8),
  twice('reviews', 5),
  web('storefront', 16),
  web('wishlist', 6),
  web('newsletter', 3),
  web('image-resizer', 4),
  own('order-history', 'gitlab', 8),
  own('notifications', 'gitlab', 7),
  own('pricing-engine', 'gitlab', 7, 2),
  own('shipping-quotes', 'gitlab', 5),
  own('returns-portal', 'gitlab', 5),
  own('stock-levels', 'jenkins', 6),
  own('invoice-export', 'jenkins', 3),
  own('user-profile', 'cdevents', 6),
  own('address-book', 'cdevents', 4),
];

const byService = new Map(
  PROFILES.map(profile => [profile.service, profile] as const),
);

/** @throws Error for a service that is never released */
export function profileOf(service: string): ServiceProfile {
  const profile = byService.get(service);
  if (!profile) {
    throw new Error(`${service} has no entry in releases/profiles.ts`);
  }
  return profile;
}
