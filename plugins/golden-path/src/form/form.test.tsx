import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type {
  AnswerFindings,
  GoldenPathApi,
  ServicePreview,
} from '@plimsoll/plugin-golden-path-common';
import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { Route, Routes } from 'react-router-dom';
import { goldenPathApiRef } from '../api';
import { shownPreview } from './__testUtils__/shownPreview';
import { atLeastField, nameField, pageField, promiseField } from './formFields';

// jsdom has no layout to scroll
window.scrollTo = () => {};

/** As much of the templates' pages as the fields of ours stand on. */
const MANIFEST = {
  title: 'FastAPI and Redis service',
  steps: [
    {
      title: 'Service',
      schema: {
        type: 'object',
        title: 'Service',
        'ui:field': 'GoldenPathPage',
        required: ['name'],
        properties: {
          name: {
            title: 'Name',
            type: 'string',
            'ui:field': 'GoldenPathName',
          },
          owner: { title: 'Owner', type: 'string' },
        },
      },
    },
    {
      title: 'Promise',
      schema: {
        type: 'object',
        title: 'Promise',
        'ui:field': 'GoldenPathPage',
        properties: {
          availability: {
            title: 'Availability, %',
            type: 'number',
            default: 99.9,
            'ui:field': 'GoldenPathPromise',
          },
          latencyP95Ms: {
            title: 'Latency, p95, ms',
            type: 'integer',
            default: 500,
          },
          latencyP99Ms: {
            title: 'Latency, p99, ms',
            type: 'integer',
            default: 1000,
            'ui:field': 'GoldenPathAtLeast',
            'ui:options': { atLeast: 'latencyP95Ms' },
          },
        },
      },
    },
  ],
};

interface Asked {
  template: string;
  answers: Record<string, unknown>;
}

async function showForm(
  options: {
    preview?(asked: Asked): Promise<ServicePreview>;
    findings?: AnswerFindings['findings'];
    at?: string;
  } = {},
) {
  speakBritish();
  const asked: Asked[] = [];
  const api = {
    preview: async (request: Asked) => {
      asked.push(request);
      return options.preview ? options.preview(request) : shownPreview();
    },
    findings: async () => ({ findings: options.findings ?? [] }),
  } as unknown as GoldenPathApi;
  const onCreate = jest.fn();
  const fields = [pageField, promiseField, nameField, atLeastField];
  const rendered = renderInTestApp(
    <Routes>
      <Route
        path="/templates/:namespace/:templateName"
        element={
          <Stepper
            manifest={MANIFEST as never}
            extensions={fields as never}
            onCreate={onCreate}
            formProps={{ EXPERIMENTAL_theme: 'bui' } as never}
          />
        }
      />
    </Routes>,
    {
      apis: [[goldenPathApiRef, api]],
      initialRouteEntries: [options.at ?? '/templates/default/fastapi-service'],
    },
  );
  await screen.findByRole('heading', { name: 'What is it, and whose?' });
  return { ...rendered, asked, onCreate };
}

async function toPromise(name = 'gift-cards') {
  await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), name);
  await userEvent.type(
    screen.getByRole('textbox', { name: /Owner/ }),
    'group:default/loyalty',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
}

describe('the form of "create service"', () => {
  it('shows beside the fields what they make, and what it costs', async () => {
    const { container, asked } = await showForm();
    const made = await screen.findByRole('region', {
      name: 'What will be made',
    });
    expect(
      await within(made).findByText('99.9%, 95% under 500 ms'),
    ).toBeVisible();
    expect(within(made).getByText('3 files')).toBeVisible();
    const cost = screen.getByRole('region', { name: 'What it will cost' });
    expect(within(cost).getByText('$312.40')).toBeVisible();
    expect(
      within(cost).getByText(/\$94.80 if it shares Load balancer/),
    ).toBeVisible();
    expect(asked[0].template).toBe('template:default/fastapi-service');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the documents in full', async () => {
    await showForm();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'slo.yaml' }),
    );
    expect(await screen.findByText('target: 0.999')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Alerts' }));
    expect(await screen.findByText('alert: Burning')).toBeVisible();
  });

  it('says that a preview is old while a new one is made', async () => {
    let answer = (_: ServicePreview) => {};
    const { asked } = await showForm({
      preview: ({ answers }) =>
        answers.name === 'gift'
          ? new Promise(resolve => {
              answer = resolve;
            })
          : Promise.resolve(shownPreview()),
    });
    await screen.findByText('Changes as you type');
    await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'gift');
    expect(await screen.findByText('Being made anew')).toBeVisible();
    await waitFor(() => expect(asked.at(-1)?.answers.name).toBe('gift'));
    await act(async () => answer(shownPreview()));
    expect(await screen.findByText('Changes as you type')).toBeVisible();
    // what was typed in between was never asked for
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('turns minutes into percent and back, by keyboard too', async () => {
    const { container, asked } = await showForm();
    await toPromise();
    expect(
      await screen.findByRole('heading', {
        name: 'What does gift-cards promise?',
      }),
    ).toBeVisible();
    const minutes = screen.getByRole('textbox', { name: 'Minutes a month' });
    const percent = screen.getByRole('textbox', {
      name: 'Availability in percent',
    });
    expect(minutes).toHaveValue('43.2');
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '21.6{Enter}');
    expect(percent).toHaveValue('99.95');
    const slider = screen.getByRole('slider', { name: 'Availability' });
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(percent).toHaveValue('99.96');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('99.96%'),
    );
    await userEvent.clear(percent);
    await userEvent.type(percent, 'much{Enter}');
    expect(percent).toHaveValue('99.96');
    await waitFor(() =>
      expect(asked.at(-1)?.answers).toMatchObject({
        name: 'gift-cards',
        availability: 99.96,
      }),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what the promise means, where alerts go, and what it rests on', async () => {
    await showForm();
    await toPromise();
    expect(await screen.findByText('after 9 min')).toBeVisible();
    expect(screen.getByText('of a full outage, at 14.4×')).toBeVisible();
    expect(screen.getByText('over 3 days, 10% spent')).toBeVisible();
    expect(await screen.findByText('loyalty@shopkart.example')).toBeVisible();
    expect(
      screen.getByText(
        'It will depend on session-api, which promises 99.9% as well. If both fail alone, users see 99.8%.',
      ),
    ).toBeVisible();
  });

  it('names what is taken, and goes no further', async () => {
    await showForm({
      findings: [{ field: 'name', message: 'the catalog has it already' }],
    });
    await toPromise();
    expect(
      (await screen.findAllByText(/the catalog has it already/)).length,
    ).toBeGreaterThan(0);
    expect(
      screen.getByRole('heading', { name: 'What is it, and whose?' }),
    ).toBeVisible();
  });

  it('lets no p99 be under p95', async () => {
    const { onCreate } = await showForm();
    await toPromise();
    const p99 = await screen.findByRole('textbox', { name: /p99/ });
    await userEvent.clear(p99);
    await userEvent.type(p99, '400');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/must be at least latencyP95Ms, 500/)).length,
    ).toBeGreaterThan(0);
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('works without a preview, says why there is none, and tries again', async () => {
    let isDown = true;
    await showForm({
      preview: async () => {
        if (isDown) {
          throw new Error('down');
        }
        return shownPreview();
      },
    });
    const alert = await screen.findByRole('alert');
    expect(
      within(alert).getByText('The preview could not be made'),
    ).toBeVisible();
    isDown = false;
    await userEvent.click(within(alert).getByRole('button'));
    expect(await screen.findByText('3 files')).toBeVisible();
  });

  it('says what placeholders stand for, what is wrong, and why nothing is estimated', async () => {
    await showForm({
      preview: async () =>
        shownPreview({
          placeholders: ['owner'],
          findings: [{ field: 'email', message: 'give one' }],
          estimate: { missing: 'no-set' },
        }),
    });
    expect(
      await screen.findByText(
        'With placeholders for what is not answered yet: Owner.',
      ),
    ).toBeVisible();
    expect(screen.getByText('give one', { exact: false })).toBeVisible();
    expect(screen.getByText('There is no estimate')).toBeVisible();
    expect(screen.queryByText(/\$0/)).not.toBeInTheDocument();
  });
});
