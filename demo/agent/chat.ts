import { callTool, type ToolCall } from './ask-agent-server.ts';
import { markdownNodes } from './markdown-nodes.ts';
import { BREAKS, TALK, type Memory, type Turn } from './script.ts';

const talk = document.querySelector<HTMLElement>('#talk')!;
const next = document.querySelector<HTMLButtonElement>('#next')!;
const breaks = document.querySelector<HTMLElement>('#breaks')!;

const memory: Memory = {};
let spoken = 0;

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

/** Says a sentence of the customer, makes the agent's call, and shows what it came to. */
async function play({ customer, call, scenario = 'happy', mangle, remark }: Turn): Promise<void> {
  const asked = call(memory);
  talk.append(element('p', 'said mine', customer), callNode(asked));
  setBusy(true);
  try {
    await fetch(`/sandbox/scenario?name=${scenario}`, { method: 'PUT' });
    const answer = await callTool(asked);
    const { say, isError, facts } = mangle?.(answer) ?? answer;
    Object.assign(memory, facts);
    talk.append(element('p', isError ? 'said refused' : 'said', ...markdownNodes(say)));
    if (remark) talk.append(element('p', 'remark', remark));
  } catch {
    talk.append(element('p', 'said refused', 'The demo’s server cannot be reached.'));
  } finally {
    setBusy(false);
    talk.scrollTo({ top: talk.scrollHeight });
  }
}

const callNode = ({ name, arguments: args }: ToolCall) =>
  element(
    'details',
    'call',
    element('summary', '', `calls ${name}`),
    element('pre', '', JSON.stringify(args, null, 2)),
  );

function setBusy(isBusy: boolean): void {
  talk.setAttribute('aria-busy', String(isBusy));
  for (const button of document.querySelectorAll<HTMLButtonElement>('#next, #breaks button'))
    button.disabled = isBusy || (button === next && spoken === TALK.length);
}

const offerNextTurn = () => (next.textContent = TALK[spoken]?.customer ?? 'That was the talk');

next.addEventListener('click', () => {
  const turn = TALK[spoken++]!;
  offerNextTurn();
  void play(turn);
});
offerNextTurn();

for (const turn of BREAKS) {
  const button = element('button', '', turn.title);
  button.type = 'button';
  button.addEventListener('click', () => void play(turn));
  breaks.append(button);
}
