import { http, HttpResponse } from 'msw';
import { message } from './answers.ts';
import type { World } from '../world.ts';

/** The token endpoint. @see https://docs.limio.com/developers/api-documentation/authentication-overview/oauth-bearer-token */
export const tokenHandlers = (world: World) => [
  http.post('*/oauth2/token', async ({ request }) => {
    const form = new URLSearchParams(await request.text());
    if (form.get('grant_type') !== 'client_credentials') return message(400, 'Unsupported grant');
    const isKnown =
      form.get('client_id') === world.clientId && form.get('client_secret') === world.clientSecret;
    if (!isKnown) return message(401, 'Unauthorized');
    const token = `sandbox-token-${world.state.tokens.size + 1}`;
    world.state.tokens.set(token, world.now() + 3_600_000);
    return HttpResponse.json({
      access_token: token,
      token_type: 'Bearer',
      expires_in: 3600,
      ...world.tokenReply,
    });
  }),
];
