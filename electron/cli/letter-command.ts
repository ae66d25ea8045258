import { statSync } from 'node:fs';
import { need, UsageError, type Command } from './command.ts';

export const letterCommand: Command = {
  name: 'letter',
  summary: 'set one letter as issued, from a JSON file into a PDF',
  arguments: [],
  options: [
    { name: 'input', value: 'FILE.json', help: 'the letter', required: true },
    { name: 'output', value: 'FILE.pdf', help: 'the PDF; a file of that name is replaced', required: true },
  ],
  notes:
    'No data folder, no register and no clock is involved: the same input gives the same bytes on any day. Input:\n' +
    '  referenceNumber (text), date (YYYY-MM-DD), attachments (text, or a list to be worded),\n' +
    '  recipient { name, title?, organisation?, honorific?, closingHonorific? }, subject, body (Markdown),\n' +
    '  signatory { title, name }, copies [], inReplyTo?',
  run: async (given, { out, path }) => {
    const { runLetterCommand } = await import('../letters/letter-command.ts');
    const [inputFile, outputFile] = [path(need(given, 'input')), path(need(given, 'output'))];
    if (isSameFile(inputFile, outputFile))
      throw new UsageError('--output is the input itself: name another file');
    const { pages } = await runLetterCommand({ inputFile, outputFile });
    out(`pages: ${pages}`);
    return 0;
  },
};

/** By whatever names and links: setting the letter would leave nothing of what it was written in. */
const isSameFile = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
};
