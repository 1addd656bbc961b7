import type { Command } from '../command.ts';

/** Says what keeps the offers of a page from selling. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Says what keeps the offers of a page from selling',
  takes: { name: 'PAGE', help: 'Address of the page, an HTML file, or - for standard input', most: 1 },
  options: {
    url: { type: 'string', help: 'Where the page of a file will be: https://www.example.com/pricing' },
    json: { type: 'boolean', help: 'The report as one line of JSON' },
  },
  help: `It reads the page as a server sends it, runs nothing in it, and asks for the files, lists, backends and frames that it names.
Addresses in a private network are asked only where the page itself was said to be there.
It ends with 0 where nothing is wrong, with 1 where something is, with 2 where the page cannot be read.`,
  async run(call) {
    // Most commands do without the parser of HTML.
    const { runDoctor } = await import('./run-doctor.ts');
    return runDoctor(call);
  },
};
