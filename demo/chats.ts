import { serveFrames } from '../src/frames/bridge.ts';
import { connectHubspot } from '../src/integrations/hubspot.ts';
import { connectIntercom } from '../src/integrations/intercom.ts';
import { connectQualified } from '../src/integrations/qualified.ts';
import { connectSalesforce } from '../src/integrations/salesforce.ts';

const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;

/** Shows a frame with what the form allows it. */
function showFrame(): void {
  const form = new FormData(byId<HTMLFormElement>('sandbox'));
  const frame = document.createElement('iframe');
  const paths = ['Starter', 'Team', 'Business'].map((name) => `/offers2/Desk ${name} Monthly`);
  const query = new URLSearchParams([
    ['shop', location.origin],
    ['src', `${location.origin}/offers.json`],
    ['label', 'pricing'],
    ['layout', 'compact'],
    ...paths.map((path) => ['offer', path]),
  ]);
  frame.title = 'Offers in a chat';
  frame.height = '380';
  frame.setAttribute('sandbox', String(form.get('allowed')));
  if (form.has('bridge')) frame.dataset['limioOffers'] = location.origin;
  frame.src = `/limio-offers/embed.html?${query}`;
  byId('frame').replaceChildren(frame);
}

/** Writes into the chat. */
function say(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  byId('said').append(line);
}

/** Makes a function that writes down how it was called. */
const told =
  (name: string) =>
  (...values: unknown[]): Promise<void> => {
    say(
      `${name}(${values
        .filter((value) => typeof value !== 'function')
        .map((value) => JSON.stringify(value))
        .join(', ')})`,
    );
    return Promise.resolve();
  };

const isForPeople = ({ name }: { name: string }) => name === 'Business';
const page = globalThis as unknown as Record<string, unknown>;

/** Each chat: what it puts on a page, and how the offers are connected to it. */
const CHATS: Record<string, () => () => void> = {
  qualified() {
    page['qualified'] = told('qualified');
    return connectQualified({
      formFor: (offer) =>
        isForPeople(offer)
          ? { experience: 'experience-12', fields: { offer: offer.name }, instead: true }
          : undefined,
    });
  },
  salesforce() {
    const set = told('setHiddenPrechatFields');
    page['embeddedservice_bootstrap'] = {
      prechatAPI: { setHiddenPrechatFields: set },
      utilAPI: { launchChat: told('launchChat'), sendTextMessage: told('sendTextMessage') },
    };
    return connectSalesforce({
      talkFor: (offer) => ({ fields: { Offer: offer.name }, instead: isForPeople(offer) }),
    });
  },
  intercom() {
    page['Intercom'] = told('Intercom');
    return connectIntercom({
      talkFor: (offer) =>
        isForPeople(offer) ? { message: 'Hello, I need Business for ' } : { event: 'offer-chosen' },
    });
  },
  hubspot() {
    const tell = told('_hsq.push');
    page['_hsq'] = { push: tell };
    page['HubSpotConversations'] = { widget: { load: told('widget.load'), open: told('widget.open') } };
    return connectHubspot({
      talkFor: (offer) => ({
        event: { name: 'pe1_offer_chosen', properties: { offer: offer.name } },
        instead: isForPeople(offer),
      }),
    });
  },
};

let disconnect = () => {};

function showChat(): void {
  const select = byId<HTMLSelectElement>('chat');
  disconnect();
  byId('said').replaceChildren();
  byId('chat-name').textContent = select.selectedOptions[0]!.text;
  disconnect = CHATS[select.value]!();
}

serveFrames();
byId('sandbox').addEventListener('change', showFrame);
byId('vendor').addEventListener('change', showChat);
showFrame();
showChat();
