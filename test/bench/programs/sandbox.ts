import { serveSandbox } from '../../../demo/sandbox/serve-sandbox.ts';

// The pretend Limio in a process of its own; `/asked` tells what it was asked so far.
const limio = await serveSandbox(
  {},
  {
    page: ({ url }) => {
      if (new URL(url).pathname !== '/asked') return undefined;
      const count = (operation: string) => limio.log.filter((entry) => entry.operation === operation).length;
      const asked = { token: count('token'), initiateCheckout: count('initiateCheckout') };
      return Response.json({ ...asked, baskets: limio.state.baskets.size });
    },
  },
);
console.log(limio.origin);
