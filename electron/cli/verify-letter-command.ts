import { formatHijri } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import { SEAL_CHECKS, type VerifiedLetter } from '#shared/letters/verified-letter.ts';
import { need, UsageError, type Command } from './command.ts';
import { DATA_OPTION, dataFolderOf } from './data-option.ts';

export const verifyLetterCommand: Command = {
  name: 'verify-letter',
  summary: 'tell whether a code printed in a letter’s foot is genuine',
  arguments: [{ name: 'CODE', help: 'its 16 digits, of either digit system; in quotes when it has spaces' }],
  options: [DATA_OPTION],
  notes:
    'Writes nothing. The letter is computed again from what is kept: its text, its seal, its PDF, the log, and its place\n' +
    'in the register. Exit code 0: genuine (a voided letter is genuine, and said to be void). 1: altered, or of no\n' +
    'letter of this office. 2: the digits contradict each other, so one of them was misread.',
  run: async (given, { out, err, path }) => {
    const typed = need(given, 'CODE');
    const code = parseCode(typed);
    if (!code.ok)
      throw new UsageError(
        code.code === 'shape'
          ? `a code has 16 digits, not "${typed}"`
          : `"${typed}" is not a code: a digit was misread, or two stand in the wrong order`,
      );
    const { verifyLetterInFolder } = await import('../letters/verify-letter-in-folder.ts');
    const answer = verifyLetterInFolder(dataFolderOf(given, path), code.value);
    out(`code: ${code.value}`);
    out(`outcome: ${answer.outcome}`);
    if (answer.outcome === 'genuine' || answer.outcome === 'altered')
      for (const line of linesOf(answer.letter)) out(line);
    if (answer.outcome === 'genuine') {
      out(`checked: ${SEAL_CHECKS.join(', ')}`);
      return 0;
    }
    if (answer.outcome === 'sealed') {
      out(`paper: ${answer.paper.kind}`);
      if (answer.paper.fault === null) return 0;
      err(`wisam verify-letter: altered: ${answer.paper.fault}`);
      return 1;
    }
    err(
      answer.outcome === 'altered'
        ? `wisam verify-letter: altered: ${answer.what}`
        : 'wisam verify-letter: no letter of this office bears this code',
    );
    return 1;
  },
};

const linesOf = (letter: VerifiedLetter): string[] => [
  `number: ${letter.referenceNumber}`,
  `day: ${letter.day}`,
  `hijri day: ${formatHijri(hijriFromGregorian(letter.day))}`,
  `addressee: ${letter.recipientLine}`,
  `subject: ${letter.subject}`,
  `state: ${letter.state}`,
  ...(letter.state === 'voided' ? [`void because: ${letter.voidReason}`] : []),
  `issued by: ${letter.issuedByName}`,
  `pages: ${letter.pages}`,
];
