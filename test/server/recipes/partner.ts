export async function sell(backend: string, key: string, path: string, quantity: number): Promise<string> {
  const ask = async (method: string, route: string, body: object) => {
    const response = await fetch(`${backend}/partner/checkouts${route}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${answer.code} ${answer.fields ?? ''}`);
    return answer;
  };

  const basket = await ask('POST', '', { items: [{ path }] });
  const [item] = basket.items;
  const { blockedProducts, url } = await ask('PUT', `/${basket.id}`, {
    actions: [{ action: 'change_quantity', itemId: item.id, quantity }],
  });
  if (blockedProducts.length) throw new Error(`Not for sale here: ${blockedProducts.join(', ')}`);
  return url;
}
