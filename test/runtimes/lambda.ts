import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { LambdaAnswer, LambdaEvent } from '../../src/server/lambda.ts';
import { HERE, installed } from './here.ts';
import { start } from './program.ts';
import { recipe } from './recipes.ts';
import type { Serve } from './serve.ts';

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/**
 * A function URL and the Runtime API behind it: a request becomes an event that waits until the function asks for
 * the next one. One event at a time, as an instance of a function has it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
async function functionUrl() {
  const waiting: { event: LambdaEvent; answer: (answer: LambdaAnswer) => void }[] = [];
  const atWork = new Map<string, (answer: LambdaAnswer) => void>();
  let hand: (() => void) | undefined;
  let count = 0;
  const listen = async (handle: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) => {
    const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  };
  const runtime = await listen(async (incoming, outgoing) => {
    const [, id, end] = /invocation\/([^/]+)(?:\/(\w+))?$/.exec(incoming.url ?? '') ?? [];
    if (id !== 'next') {
      const answer = JSON.parse((await bodyOf(incoming)).toString()) as LambdaAnswer;
      atWork.get(id ?? '')?.(end === 'response' ? answer : failed);
      return void outgoing.writeHead(202).end();
    }
    hand = () => {
      const next = waiting.shift();
      if (!next) return;
      hand = undefined;
      const request = String(++count);
      atWork.set(request, next.answer);
      outgoing.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': request,
        'lambda-runtime-deadline-ms': String(Date.now() + 30_000),
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-central-1:123456789012:function:offers',
      });
      outgoing.end(JSON.stringify(next.event));
    };
    hand();
  });
  const front = await listen(async (incoming, outgoing) => {
    const event = eventOf(incoming, await bodyOf(incoming));
    const answer = await new Promise<LambdaAnswer>((resolve) => {
      waiting.push({ event, answer: resolve });
      hand?.();
    });
    outgoing
      .writeHead(answer.statusCode, answer.headers)
      .end(Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'));
  });
  const close = () => {
    for (const { server } of [runtime, front]) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { api: runtime.host, url: `http://${front.host}`, close };
}

const failed: LambdaAnswer = {
  statusCode: 502,
  headers: {},
  cookies: [],
  body: '{"code":"function_failed"}',
};

const eventOf = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): LambdaEvent => {
  const [rawPath = '/', rawQueryString = ''] = url.split('?');
  return {
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    requestContext: { domainName: 'abc.lambda-url.test', http: { method, sourceIp: '192.0.2.1' } },
    ...(body.length && { body: body.toString('base64'), isBase64Encoded: true }),
  };
};

const NATIVE_CLIENT = `${HERE}native-client.cjs`;

/** Runs the recipe with Lambda's own runtime client. */
export const lambda =
  (program: string): Serve =>
  async (folder, env) => {
    writeFileSync(join(folder, 'index.mjs'), recipe('AWS Lambda'));
    const { api, url, close } = await functionUrl();
    const more = {
      _HANDLER: 'index.handler',
      AWS_LAMBDA_RUNTIME_API: api,
      AWS_LAMBDA_FUNCTION_NAME: 'offers',
      AWS_LAMBDA_FUNCTION_VERSION: '1',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_LOG_GROUP_NAME: 'offers',
      AWS_LAMBDA_LOG_STREAM_NAME: 'offers',
      // Asks for the next event in JavaScript, too.
      AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1: 'true',
      LAMBDA_TASK_ROOT: folder,
    };
    const running = await start(
      url,
      program,
      ['--require', NATIVE_CLIENT, installed('aws-lambda-ric/index.mjs')],
      {
        cwd: folder,
        env: { ...env, ...more },
      },
    );
    return {
      url,
      ...running,
      stop: async () => {
        await running.stop();
        close();
      },
    };
  };
