/** What was sent to the backend, and what it answered. */
export interface Asked {
  method: 'POST' | 'PUT';
  route: string;
  body: unknown;
  status: number;
  answer: Record<string, unknown>;
}

/** Asks the backend by way of this page's server, which holds the key. */
export async function askDesk(method: Asked['method'], route: string, body: unknown): Promise<Asked> {
  const response = await fetch(`/desk-server${route}`, { method, body: JSON.stringify(body) });
  const answer = (await response.json()) as Asked['answer'];
  return { method, route, body, status: response.status, answer };
}
