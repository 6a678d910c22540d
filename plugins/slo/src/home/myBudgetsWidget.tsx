import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { ReactNode } from 'react';

/** The card brings its own frame. */
function Bare(props: { Content: () => ReactNode }) {
  const { Content } = props;
  return <Content />;
}

/**
 * "My services' budgets" for the home page of `@backstage/plugin-home`; without
 * that plugin nothing is attached and nothing is loaded.
 *
 * @alpha
 */
export const myBudgetsWidget = HomePageWidgetBlueprint.make({
  name: 'my-budgets',
  params: {
    name: 'MyBudgets',
    // where widgets are chosen; the card itself has it translated
    title: 'My services\u2019 budgets',
    description:
      'Error budgets of the services that you or your groups own, worst first',
    layout: {
      width: { minColumns: 4, maxColumns: 12, defaultColumns: 6 },
      height: { minRows: 5, maxRows: 14, defaultRows: 7 },
    },
    componentProps: { Renderer: Bare },
    components: () =>
      import('./MyBudgetsCard').then(m => ({ Content: m.MyBudgetsCard })),
  },
});
