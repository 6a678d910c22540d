import { Flex, Link, Text } from '@backstage/ui';

const places = [
  {
    to: '/slos',
    title: 'SLOs',
    text: 'Every objective, worst first: which error budgets are in trouble.',
  },
  {
    to: '/catalog/default/component/checkout',
    title: 'checkout',
    text: 'A service page: is it all right, and how much budget is left.',
  },
  {
    to: '/catalog/default/component/checkout/slos',
    title: 'SLOs of checkout',
    text: 'Budget and burn over time. Choose a number to see where it comes from.',
  },
  {
    to: '/catalog',
    title: 'Catalog',
    text: 'All services of the shop, their owners and what they depend on.',
  },
];

/** First steps in the demo world. */
export function StartHere() {
  return (
    <Flex direction="column" gap="3">
      {places.map(place => (
        <Flex key={place.to} direction="column" gap="0">
          <Link href={place.to} variant="body-medium" weight="bold">
            {place.title}
          </Link>
          <Text variant="body-small" color="secondary">
            {place.text}
          </Text>
        </Flex>
      ))}
    </Flex>
  );
}
