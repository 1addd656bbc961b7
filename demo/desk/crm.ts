import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BasketEvent } from '../../src/server.ts';
import { receive } from './receiver.ts';

/** A pretend CRM: it takes signed events, and keeps a record of each basket. */
export interface Crm {
  /** Where it is told. */
  address: string;
  /** What it is told is signed with this. */
  secret: string;
  /** What it knows of each basket, the newest first. */
  records(): BasketEvent[];
  close(): Promise<void>;
}

const newSecret = () => `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`;

/** Starts it on this machine, on a free port unless one is named, with the receiver that the documents show. */
export async function serveCrm({ port = 0, secret = newSecret() } = {}): Promise<Crm> {
  const records = new Map<string | undefined, BasketEvent>();
  const keep = async (event: BasketEvent) => {
    const known = records.get(event.data.id);
    const data = { ...known?.data, ...event.data };
    // Events may change places on the way: what has been bought stays bought.
    const isBought = known?.type.endsWith('.completed');
    records.set(
      event.data.id,
      isBought ? { ...known!, data: { ...data, completed: true } } : { ...event, data },
    );
  };
  const fetch = (request: Request) => receive(request, secret, keep);
  const server = serve({ fetch, hostname: '127.0.0.1', port }) as Server;
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/limio`,
    secret,
    records: () => [...records.values()].reverse(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
