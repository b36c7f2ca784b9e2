import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPageByHand, tellReady } from './read-page-by-hand.js';

/** The rival without GraphQL: node:http and JSON.stringify. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { slug } = JSON.parse(Buffer.concat(chunks).toString()) as { slug: string };
    void readPageByHand(slug).then((feed) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { feed } })));
  });
});

server.listen(0, '127.0.0.1', () => tellReady((server.address() as AddressInfo).port, '/'));
