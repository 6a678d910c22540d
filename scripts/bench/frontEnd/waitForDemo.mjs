const OBJECTIVE =
  '/api/slo/objectives/default/checkout-availability/availability';

/** Until the demo world's checkout is in the catalog and its month is read. */
export async function waitForDemo({ url }) {
  const deadline = Date.now() + 240_000;
  while (Date.now() < deadline) {
    const signIn = await fetch(`${url}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await signIn.json();
    const answer = await fetch(url + OBJECTIVE, {
      headers: { authorization: `Bearer ${backstageIdentity?.token}` },
    });
    if (answer.ok && (await answer.json()).coverage > 0.99) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 2_000));
  }
  throw new Error('The demo world was not measured within four minutes');
}
